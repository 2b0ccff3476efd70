import type { Localized } from '../model/locale.ts';
import type { ComparisonDoubt } from './compare-reports.ts';

/** The fixed words of a comparison of two refusals. */
export const comparisonWords = {
  title: { en: 'Two refusals compared', fr: 'Deux refus comparés' },
  older: { en: 'Earlier letter', fr: 'Lettre antérieure' },
  newer: { en: 'Later letter', fr: 'Lettre récente' },
  short: { en: 'In short', fr: 'En bref' },
  repeated: { en: 'Raised again', fr: 'Soulevé de nouveau' },
  repeatedLead: {
    en: 'Both letters give these reasons. What you sent did not settle them. Send something stronger or new.',
    fr: 'Les deux lettres donnent ces motifs. Ce que vous avez envoyé ne les a pas réglés. Envoyez des preuves plus solides ou nouvelles.',
  },
  cured: { en: 'Not raised again', fr: 'Non soulevé de nouveau' },
  curedLead: {
    en: 'The later letter does not give these reasons. That is a good sign, but no promise. Send the same proof again.',
    fr: 'La lettre récente ne donne pas ces motifs. C’est bon signe, mais ce n’est pas une garantie. Envoyez de nouveau les mêmes preuves.',
  },
  new: { en: 'New', fr: 'Nouveau' },
  newLead: { en: 'Only the later letter gives these reasons.', fr: 'Seule la lettre récente donne ces motifs.' },
  none: { en: 'None.', fr: 'Aucun.' },
  unknown: { en: 'Reasons we do not know', fr: 'Motifs que nous ne connaissons pas' },
  doubts: { en: 'Take care', fr: 'À noter' },
  page: { en: 'page', fr: 'page' },
  closing: {
    en: 'This paper is information, not legal advice. Check every quote against the letters.',
    fr: 'Ce document est de l’information et non un avis juridique. Vérifiez chaque citation dans les lettres.',
  },
  pageFoot: { en: 'Page', fr: 'Page' },
  pageOf: { en: 'of', fr: 'sur' },
} as const satisfies Readonly<Record<string, Localized>>;

export const doubtWords: Readonly<Record<ComparisonDoubt, Localized>> = {
  people: {
    en: 'The client numbers differ. These letters may be about two people.',
    fr: 'Les numéros de client diffèrent. Ces lettres concernent peut-être deux personnes.',
  },
  application: {
    en: 'The letters are about two kinds of application.',
    fr: 'Les lettres portent sur deux types de demande.',
  },
  order: {
    en: 'The letter given as the earlier one is dated later.',
    fr: 'La lettre présentée comme antérieure porte une date plus récente.',
  },
  'same-letter': { en: 'Both files are the same letter.', fr: 'Les deux fichiers sont la même lettre.' },
  'not-refusals': {
    en: 'At least one of the letters is not a refusal.',
    fr: 'Au moins une des lettres n’est pas un refus.',
  },
  'unknown-reasons': {
    en: 'The letters give reasons that we do not know. Those can’t be compared. Read them yourself.',
    fr: 'Les lettres donnent des motifs que nous ne connaissons pas. Ils ne peuvent pas être comparés. Lisez-les vous-même.',
  },
};
