import type { GeneratedTask } from '../../client/src/index.js';

const WIDTH = 30;

interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** One line a task: drawn over again on a terminal, and elsewhere written once for each status. */
export class ProgressLine {
  #shownStatus = '';
  #isOpen = false;

  constructor(private readonly screen: Screen) {}

  show(name: string, { status, progress }: GeneratedTask): void {
    if (this.screen.isTTY !== true) {
      if (status !== this.#shownStatus) this.screen.write(`  ${name}  ${status}\n`);
      this.#shownStatus = status;
      return;
    }
    const done = Math.round(progress * WIDTH);
    const bar = '█'.repeat(done) + '░'.repeat(WIDTH - done);
    const percent = `${String(Math.round(progress * 100))} %`.padStart(5);
    this.screen.write(`\r  ${name}  ${bar} ${percent}  ${status.padEnd(12)}`);
    this.#isOpen = true;
  }

  /** After this another line begins. */
  end(): void {
    if (this.#isOpen) this.screen.write('\n');
    this.#isOpen = false;
    this.#shownStatus = '';
  }
}
