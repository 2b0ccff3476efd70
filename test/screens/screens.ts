import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Site } from './fill-service.ts';

export type ScreenLanguage = 'en' | 'fr';

/** A screen or a state of one, and how a person gets there. */
export type Screen = {
  readonly name: string;
  /** What lies over the page belongs to what is in view, not to the whole of it. */
  readonly inView?: true;
  /** Shown in both languages. */
  readonly main?: true;
  /** The status that the page comes with, when it is not 200. */
  readonly status?: number;
  readonly show: (page: Page, site: Site, language: ScreenLanguage) => Promise<void>;
};

const open =
  (address: (site: Site) => string): Screen['show'] =>
  async (page, site, language) => {
    const asked = address(site);
    await page.goto(`${site.base}${asked}${asked.includes('?') ? '&' : '?'}lang=${language}`);
    await page.waitForLoadState('networkidle');
  };

/** Does more after a screen has been opened. */
const then =
  (first: Screen['show'], more: (page: Page, site: Site, language: ScreenLanguage) => Promise<void>): Screen['show'] =>
  async (page, site, language) => {
    await first(page, site, language);
    await more(page, site, language);
  };

const home = open(() => '/');
const result = (name: Parameters<Site['letter']>[0]) => open((site) => `/letters/${site.letter(name)}`);
const batch = open((site) => `/batches/${site.batch}`);
const patterns = open(() => '/patterns');

const photo = (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: readFileSync('fixtures/letters/c-study-en-photo.jpg'),
});
const pick = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> =>
  page.locator('input[name=letter]').setInputFiles(files);

/** Holds back the answers to some requests while `work` looks at the page that waits for them. */
async function held(page: Page, address: string, work: () => Promise<void>): Promise<void> {
  await page.route(address, () => {});
  await work();
}

const applicant: readonly Screen[] = [
  { name: 'home', main: true, show: home },
  {
    name: 'home-photos',
    main: true,
    show: then(home, async (page) => {
      await pick(page, photo('one.jpg'), photo('two.jpg'), photo('three.jpg'));
      await page.locator('.photos img').nth(2).waitFor();
    }),
  },
  {
    name: 'home-sending',
    show: then(home, (page) =>
      held(page, '**/v1/letters', async () => {
        await pick(page, { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('held back') });
        await page.locator('.sending').waitFor();
      }),
    ),
  },
  {
    name: 'home-problem',
    show: then(home, async (page) => {
      await pick(page, { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 broken') });
      await page.locator('.careful').waitFor();
    }),
  },
  { name: 'failed', status: 422, show: result('broken') },
  { name: 'locked', main: true, status: 422, show: result('locked') },
  {
    name: 'locked-wrong',
    status: 422,
    show: then(result('locked'), async (page) => {
      await page.locator('#unlock-password').fill('wrong');
      await page.locator('.unlock button').click();
      await page.locator('#unlock-wrong').waitFor();
    }),
  },
  { name: 'result', main: true, show: result('fresh') },
  {
    name: 'result-open',
    show: then(result('fresh'), async (page) => {
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details:not(.menu)')) fold.setAttribute('open', '');
      });
    }),
  },
  {
    name: 'result-letter',
    show: then(result('fresh'), async (page) => {
      await page.locator('#reason-1 .see').first().click();
      await page.locator('.mark[data-on=true]').first().waitFor();
    }),
  },
  {
    name: 'result-save',
    show: then(result('fresh'), (page) => page.locator('.result-head .menu summary').click()),
  },
  { name: 'result-photo', show: result('photo') },
  { name: 'result-french-letter', main: true, show: result('french') },
  { name: 'result-notes', show: result('notes') },
  { name: 'result-form', show: result('form') },
  { name: 'result-misrepresentation', main: true, show: result('misrepresentation') },
  { name: 'result-text', show: result('text') },
  { name: 'result-approval', show: result('approval') },
  { name: 'result-fairness', show: result('fairness') },
  { name: 'result-request', show: result('request') },
  { name: 'result-returned', show: result('returned') },
  { name: 'result-withdrawn', show: result('withdrawn') },
  { name: 'result-other', show: result('other') },
  { name: 'deleted', show: open(() => '/deleted') },
  { name: 'not-found', status: 404, show: open(() => '/letters/gone') },
];

const workspace: readonly Screen[] = [
  { name: 'batches', main: true, show: open(() => '/batches') },
  { name: 'batch', main: true, show: batch },
  {
    name: 'batch-filtered',
    show: then(batch, async (page) => {
      await page.locator('.bars button').first().click();
      await page.locator('.segments input').nth(1).check({ force: true });
    }),
  },
  {
    name: 'batch-drawer',
    inView: true,
    main: true,
    show: then(batch, async (page) => {
      await page.locator('input[type=search]').fill('scan-of-notes-003');
      await page.locator('tr.letter a').first().click();
      await page.locator('.drawer .matrix').waitFor();
    }),
  },
  {
    name: 'batch-deadlines',
    show: open((site) => `/batches/${site.batch}/deadlines`),
  },
  { name: 'compare-pick', show: open((site) => `/letters/${site.letter('study')}/compare`) },
  {
    name: 'compare',
    main: true,
    show: open((site) => `/letters/${site.letter('study')}/compare?with=${site.letter('notes')}`),
  },
  { name: 'patterns', main: true, show: patterns },
  { name: 'patterns-search', show: open(() => '/patterns?q=funds') },
  {
    name: 'patterns-try',
    show: then(patterns, async (page) => {
      await page.locator('.try summary').click();
      await page
        .locator('#try-text')
        .fill('I am not satisfied that you have sufficient funds, though I am satisfied with your family ties.');
      await page.locator('.try button').click();
      await page.locator('.tried').first().waitFor();
    }),
  },
  { name: 'ground', show: open(() => '/patterns/ca/ca.family-ties-outside-canada') },
  { name: 'docs', show: open(() => '/docs') },
  { name: 'docs-problem', show: open(() => '/problems/file-encrypted') },
];

/** Every screen of a service that asks for no key, in the order in which they are looked at. */
export const screens: readonly Screen[] = [...applicant, ...workspace];
