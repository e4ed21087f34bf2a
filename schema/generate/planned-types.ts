import type { EnumPlan, InputClass } from './plan.js';
import type { Report } from './report.js';

/** The classes and enums of one input. No two have the same name. */
export class PlannedTypes {
  readonly classes: InputClass[] = [];
  readonly enums: EnumPlan[] = [];
  readonly #names = new Set<string>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  addClass(planned: InputClass): InputClass {
    this.classes.push(planned);
    return planned;
  }

  addEnum(planned: EnumPlan): void {
    this.enums.push(planned);
  }

  /** A type's name without its suffix: the wanted one, or one with a number where that is taken. */
  name(wanted: string, place: string): string {
    const numbers = ['', '2', '3', '4', '5', '6', '7', '8', '9'];
    const number = numbers.find((each) => !this.#names.has(`${wanted}${each}`)) ?? '';
    const name = `${wanted}${number}`;
    this.#names.add(name);
    if (number !== '') {
      this.#report.add('names', place, `the type is called ${name}, because ${wanted} is taken.`);
    }
    return name;
  }
}
