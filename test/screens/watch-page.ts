import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Everything that must not happen on a page: errors, warnings, broken rules of its own, requests to elsewhere. */
export function watchPage(page: Page, ...bases: readonly string[]): readonly string[] {
  const wrongs: string[] = [];
  const own = new Set(bases.map((base) => new URL(base).host));
  page.on('console', (message) => {
    // A page that comes with an error's status is told of as one that failed to load.
    if (/Failed to load resource.*(401|403|404|409|422)/.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') wrongs.push(message.text());
  });
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('request', (asked) => {
    const { protocol, host } = new URL(asked.url());
    if (protocol !== 'blob:' && !own.has(host)) wrongs.push(`asked ${host}`);
  });
  return wrongs;
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a checker of accessibility finds, of any severity: the rule and the first element that breaks it. */
export async function accessFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Of what is well nothing is told: on a long page that would be most of the work.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'], iframes: false });
  const chosen = rules === undefined ? builder.withTags(tags) : builder.withRules([...rules]);
  const { violations } = await chosen.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Pixels by which the page is wider than the window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
