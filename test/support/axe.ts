import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Parts of a page that are not looked at, with the reason why where they are named. */
export interface AxeOptions {
  readonly exclude?: readonly string[];
}

// Fluent's focus keeper marks the ends of a group with invisible stops that hand the focus on at once.
const OWN = ['[data-tabster-dummy]'];

/** What axe finds serious or critical by WCAG 2.1 A and AA, in words. */
export async function serious(page: Page | Frame, { exclude = [] }: AxeOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    async (without) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      return checker.run(
        { exclude: without.map((selector) => [selector]) },
        { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] },
      );
    },
    [...OWN, ...exclude],
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
}

/** Pixels by which something sticks out sideways: WCAG 1.4.10. */
export const sideways = (page: Page | Frame): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
