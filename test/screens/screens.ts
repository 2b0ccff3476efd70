import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Site } from './fill-service.ts';
import type { GuardedSite, OpenSite } from './open-site.ts';

export type ScreenLanguage = 'en' | 'fr';

/** A screen or a state of one, and how a person gets there. */
export type Screen = {
  readonly name: string;
  /** What lies over the page belongs to what is in view, not to the whole of it. */
  readonly inView?: true;
  /** Shown in both languages. */
  readonly main?: true;
  /** Made to be printed. */
  readonly printed?: true;
  /** The status that the page comes with, when it is not 200. */
  readonly status?: number;
  readonly show: (page: Page, site: OpenSite, language: ScreenLanguage) => Promise<void>;
};

const open =
  (address: (site: Site) => string): Screen['show'] =>
  async (page, site, language) => {
    const asked = address(site);
    await page.goto(`${site.base}${asked}${asked.includes('?') ? '&' : '?'}lang=${language}`);
    await page.waitForLoadState('networkidle');
  };

/** Opens a page of the service that asks for a key, and signs in on the way. */
const openGuarded =
  (address: (site: GuardedSite) => string): Screen['show'] =>
  async (page, { guarded }, language) => {
    const asked = `${guarded.base}${address(guarded)}?lang=${language}`;
    await page.goto(asked);
    if (page.url().includes('/sign-in?')) {
      await page.locator('#sign-in-key').fill(guarded.key);
      await page.locator('.paste button').click();
      await page.waitForURL((url) => url.pathname !== '/sign-in');
      await page.goto(asked);
    }
    await page.waitForLoadState('networkidle');
  };

/** Does more after a screen has been opened. */
const then =
  (
    first: Screen['show'],
    more: (page: Page, site: OpenSite, language: ScreenLanguage) => Promise<void>,
  ): Screen['show'] =>
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
  {
    name: 'waiting',
    show: async (page, site, language) => {
      // Nobody tells the page that the letter is read: it goes on waiting.
      await page.route('**/events', () => {});
      const form = new FormData();
      const { name, buffer } = photo('photo-of-letter.jpg');
      // The same photo again would be there already.
      form.append('letter', new Blob([new Uint8Array(buffer), String(Date.now())]), name);
      const sent = await fetch(`${site.base}/v1/letters`, { method: 'POST', body: form });
      await page.goto(`${site.base}/letters/${(await sent.json()).id}?lang=${language}`);
      await page.locator('.waiting progress').waitFor();
    },
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
  { name: 'result', main: true, printed: true, show: result('fresh') },
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
  {
    name: 'result-answered',
    // Whatever was answered when it was last photographed: one of the two is new.
    show: then(result('earlier'), async (page) => {
      await page.locator('.question-list input[value=outside]').first().check({ force: true });
      await page.locator('.question-list input[value=inside]').first().check({ force: true });
      await page.locator('.questions [data-state=saved]').waitFor();
    }),
  },
  {
    name: 'result-delete',
    inView: true,
    show: then(result('fresh'), async (page) => {
      await page.locator('.delete summary').click();
      await page.locator('.delete .danger').scrollIntoViewIfNeeded();
    }),
  },
  { name: 'result-pair', main: true, show: result('pair') },
  { name: 'stopped', main: true, status: 409, show: result('stopped') },
  { name: 'result-photo', show: result('photo') },
  { name: 'result-french-letter', main: true, show: result('french') },
  { name: 'result-notes', show: result('notes') },
  { name: 'result-form', show: result('form') },
  { name: 'result-misrepresentation', main: true, printed: true, show: result('misrepresentation') },
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
    name: 'batch-hold',
    inView: true,
    main: true,
    show: then(batch, async (page) => {
      await page.locator('input[type=search]').fill('scan-of-notes-003');
      await page.locator('tr.letter a').first().click();
      await page.locator('.hold').scrollIntoViewIfNeeded();
    }),
  },
  { name: 'batch-stopped', main: true, show: open((site) => `/batches/${site.stopped}`) },
  {
    name: 'batch-none',
    show: then(batch, (page) => page.locator('input[type=search]').fill('nothing is called so')),
  },
  {
    name: 'batch-held-delete',
    status: 403,
    show: then(batch, async (page) => {
      await page.locator('.batch-line .menu summary').click();
      await page.locator('.batch-line .danger').click();
      await page.locator('h1').waitFor();
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
  { name: 'patterns-none', show: open(() => '/patterns?q=zzzz') },
  { name: 'ground', main: true, show: open(() => '/patterns/ca/ca.family-ties-outside-canada') },
  { name: 'docs', show: open(() => '/docs') },
  { name: 'docs-problem', show: open(() => '/problems/file-encrypted') },
];

const guarded: readonly Screen[] = [
  {
    name: 'sign-in',
    main: true,
    show: (page, site, language) => page.goto(`${site.guarded.base}/sign-in?lang=${language}`).then(() => {}),
  },
  {
    name: 'sign-in-wrong',
    status: 401,
    show: async (page, site, language) => {
      await page.goto(`${site.guarded.base}/sign-in?lang=${language}`);
      await page.locator('#sign-in-key').fill('rk_wrong');
      await page.locator('.paste button').click();
      await page.locator('#sign-in-problem').waitFor();
    },
  },
  { name: 'keys', main: true, show: openGuarded(() => '/keys') },
  { name: 'home-forgotten', main: true, show: openGuarded(() => '/') },
  { name: 'result-forgotten', main: true, show: openGuarded(({ letter }) => `/letters/${letter}`) },
  { name: 'batches-none', show: openGuarded(() => '/batches') },
  { name: 'compare-none', show: openGuarded(({ letter }) => `/letters/${letter}/compare`) },
];

/** Every screen, in the order in which they are looked at. */
export const screens: readonly Screen[] = [...applicant, ...workspace, ...guarded];
