import { expect, test } from 'vitest';
import { createAnalyze, preparePacks } from '../src/analyze.ts';
import { loadPacks } from '../src/pack/load-packs.ts';
import { textDocument } from './eval/text-document.ts';

const analyze = createAnalyze(preparePacks(loadPacks('patterns', 'dist/packs.json')));
const options = { answers: {}, today: '2026-11-25', made: { at: '', analyzer: 'test' } };

/** Sentences that no rule was written from: each is another wording of what a labelled case taught. */
const wordings: readonly { readonly text: string; readonly has: readonly string[] }[] = [
  {
    text: '√ I am not satisfied that you are able to perform the work.\n__ You have been found inadmissible for misrepresentation.\n__ Your LMIA has expired.',
    has: ['unable-to-perform-work'],
  },
  {
    text: '_ You have been found inadmissible for misrepresentation (A40(1)(a)).\n☑ Your travel history is insufficient.',
    has: ['travel-history'],
  },
  {
    text: 'Dear traveller,\n\nYour request for an electronic travel authorization (eTA) is denied. I am not satisfied that you answered all questions truthfully as required by subsection 16(1).',
    has: ['truthfulness-a16'],
  },
  {
    text: 'Dear sir,\n\nThe eTA that you applied for on 3 May has been refused. You were convicted of theft in 2017, which is equivalent to an offence under the Criminal Code and makes you inadmissible for criminality.',
    has: ['criminality'],
  },
  { text: "Monsieur,\n\nVotre demande d'autorisation de voyage électronique est refusée.", has: [] },
  {
    text: "Harbour Academy is not included in Manitoba's list of designated learning institutions, so your study permit is refused.",
    has: ['dli-not-designated'],
  },
  {
    text: 'The college you chose does not figure on the list of designated learning institutions.',
    has: ['dli-not-designated'],
  },
  { text: "PA's salary never appears in the account. Refused.", has: ['current-employment'] },
  {
    text: "Dear Mrs. A,\n\nI am refusing your application for a super visa. With four in the household the minimum was missed by $3,200, going by your son's notice of assessment.",
    has: ['super-visa-income'],
  },
  {
    text: "Madame,\n\nVotre demande de super visa est refusée. Pour un ménage de quatre personnes, le seuil n'est pas atteint d'après l'avis de votre fils.",
    has: ['super-visa-income'],
  },
  {
    text: 'Dear Ms. B,\n\nYour open work permit application as a spouse is refused. Your wife studies at a college for a one-year certificate, which no longer opens this permit.',
    has: ['sowp-principal-ineligible'],
  },
  {
    text: 'Dear Mr. B,\n\nYour application for a work permit is refused. Your partner attends a language school.',
    has: ['sowp-principal-ineligible'],
  },
  {
    text: "Madame,\n\nNous avons terminé l'examen de votre demande de permis d'études. Votre passeport arrive à échéance dans trois mois et sa page de données est illisible. La demande est refusée.",
    has: ['passport-invalid'],
  },
  { text: 'PA holds valid eTA issued 2022 and now seeks SP. No travel history. Refused.', has: ['travel-history'] },
  {
    text: 'DP a une demande de RP (regroupement familial) en cours. Double intention non crédible. Refusé.',
    has: ['dual-intent'],
  },
  {
    text: 'Dear Mrs. D,\n\nYour super visa application is refused. You have not shown where you would live: your son rents one room.',
    has: ['accommodation-missing'],
  },
  {
    text: "Madame,\n\nVotre demande de super visa est refusée. Rien n'indique où vous logeriez pendant deux ans.",
    has: ['accommodation-missing'],
  },
  {
    text: 'Dear Mr. E,\n\nYour application for a work permit as a home care aide is refused. No IELTS or other test was submitted, and the duties require English.',
    has: ['work-language'],
  },
  { text: 'WP app, cook. No IELTS. Cannot show English for the job. Refused.', has: ['work-language'] },
  {
    text: 'Monsieur,\n\nVotre demande de permis de travail est refusée. Aucun test de français (TEF) ne montre que vous pourriez servir la clientèle.',
    has: ['work-language'],
  },
  { text: 'La situation économique du Nigéria est difficile, mais DP a un emploi stable. PE accordé.', has: [] },
];

test.each(wordings)('$text gives $has', ({ text, has }) => {
  const { grounds } = analyze(textDocument('wording.txt', text), options);
  const sure = grounds.filter(({ strength }) => strength !== 'possible');
  const names = sure.map(({ ground }) => ground.replace(/^ca\./, ''));
  expect(names.filter((name) => name !== 'requirements-not-met-generic').sort()).toEqual([...has].sort());
});
