import type { Locator, Page } from 'playwright-core';

/** What to make, from what, and with which model, as a person chooses them. */
export interface Choice {
  readonly kind?: string;
  readonly way?: string;
  readonly model: string;
}

/** Chooses a model in Make and waits for its form. */
export async function choose(page: Page, { kind, way, model }: Choice): Promise<void> {
  if (kind !== undefined)
    await page
      .getByRole('radiogroup', { name: 'What to make' })
      .getByRole('radio', { name: kind, exact: true })
      .click();
  if (way !== undefined)
    await page
      .getByRole('radiogroup', { name: 'From what' })
      .getByRole('radio', { name: way, exact: true })
      .click();
  const cards = page.getByRole('radiogroup', { name: 'Model' });
  await cards.locator('label', { has: page.getByText(model, { exact: true }) }).click();
  await makeButton(page).waitFor();
}

export function promptOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Prompt' });
}

export function makeButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Make', exact: true });
}

/** The task in Now that was made of this prompt. */
export function cardOf(page: Page, prompt: string): Locator {
  return page.getByRole('region', { name: 'Now' }).getByRole('article', { name: prompt });
}

/** Resolves when a video or a sound has begun to play. */
export async function plays(medium: Locator): Promise<void> {
  await medium.evaluate(`(medium) => new Promise((resolve) => {
    medium.muted = true;
    medium.addEventListener('timeupdate', () => {
      if (medium.currentTime > 0) resolve();
    });
    void medium.play();
  })`);
}
