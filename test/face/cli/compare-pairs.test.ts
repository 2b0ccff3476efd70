import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { runCompare } from '../../../src/face/cli/run-compare.ts';
import { makeApp, today } from '../../support/make-app.ts';
import { makeCliTools } from '../../support/make-cli-tools.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pairs-'));
let app: App;
beforeAll(() => {
  app = makeApp();
});
afterAll(async () => {
  await app.reader.close();
  rmSync(folder, { recursive: true });
});

const money =
  'Your assets and financial situation are insufficient to support the stated purpose of travel for yourself (and any accompanying family member(s), if applicable).';
const purpose =
  'The purpose of your visit to Canada is not consistent with a temporary stay given the details you have provided in your application.';
const family = 'You do not have significant family ties outside Canada.';
const but =
  "Le but de votre visite au Canada n'est pas compatible avec un séjour temporaire, compte tenu des renseignements fournis dans votre demande.";
const famille = "Vous n'avez pas de liens familiaux importants à l'extérieur du Canada.";

const english = (date: string, ...reasons: readonly string[]): string =>
  `Date: ${date}\nApplication no.: S300000109\nUCI: 11-2233-4409\n\nDear Adaeze Nwankwo-Eze,\nThank you for your interest in studying in Canada. I have reviewed your study permit application.\nI am refusing your application on the following grounds:\n${reasons.map((reason) => `   • ${reason}\n`).join('')}You may reapply if you have new information.\nYours truly,\nOfficer\n`;
const french = (date: string, ...reasons: readonly string[]): string =>
  `Date : ${date}\nNº de demande : S300000209\nIUC : 11-2233-4409\n\nBonjour Adaeze Nwankwo-Eze,\nNous vous remercions de l'intérêt que vous portez aux études au Canada. J'ai examiné votre demande de permis d'études.\nJe refuse votre demande pour les motifs suivants :\n${reasons.map((reason) => `   • ${reason}\n`).join('')}Vous pouvez présenter une nouvelle demande.\nVeuillez agréer nos salutations distinguées.\nAgent\n`;

const found = z.array(z.object({ ground: z.string() })).transform((all) => all.map(({ ground }) => ground.slice(3)));
const shape = z.object({ repeated: found, cured: found, new: found, doubts: z.array(z.string()) });

async function compare(older: string, newer: string): Promise<z.output<typeof shape>> {
  const [first, second] = [path.join(folder, 'older.txt'), path.join(folder, 'newer.txt')];
  writeFileSync(first, older);
  writeFileSync(second, newer);
  const tools = makeCliTools(app);
  expect(await runCompare({ older: first, newer: second, format: 'json', today }, tools)).toBe(0);
  return shape.parse(JSON.parse(tools.printed()));
}

const [assets, visit, ties] = ['assets-financial-situation', 'purpose-of-visit', 'family-ties-outside-canada'];

describe('two refusals of one person', () => {
  test.each([
    [
      'one stays, one goes, one comes',
      english('January 22, 2024', purpose, family),
      english('March 1, 2025', family, money),
      [ties],
      [visit],
      [assets],
    ],
    [
      'nothing changed',
      english('January 22, 2024', money, family),
      english('March 1, 2025', family, money),
      [ties, assets],
      [],
      [],
    ],
    ['all is new', english('January 22, 2024', purpose), english('March 1, 2025', family), [], [visit], [ties]],
    [
      'one was cured and none came',
      english('January 22, 2024', purpose, money),
      english('March 1, 2025', purpose),
      [visit],
      [assets],
      [],
    ],
    [
      'the second is in the other language',
      english('January 22, 2024', money, purpose),
      french('12 mars 2025', but, famille),
      [visit],
      [assets],
      [ties],
    ],
  ])('%s', async (_, older, newer, repeated, cured, fresh) => {
    const compared = await compare(older, newer);
    expect(compared.repeated.toSorted()).toEqual([...repeated].toSorted());
    expect(compared.cured).toEqual(cured);
    expect(compared.new).toEqual(fresh);
    expect(compared.doubts).toEqual([]);
  });

  test('the wrong way round is said, not turned silently', async () => {
    const { doubts } = await compare(english('March 1, 2025', family), english('January 22, 2024', money));
    expect(doubts).toContain('order');
  });
});
