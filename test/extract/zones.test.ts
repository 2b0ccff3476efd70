import { describe, expect, test } from 'vitest';
import { extractLetter } from '../../src/extract/extract-letter.ts';
import { wordsOf } from '../../src/model/document.ts';
import type { Zone } from '../../src/model/letter.ts';
import { documentFromText } from './document-from-text.ts';
import { packs } from './packs.ts';

/** The zone of the sentence that holds these words. */
const zoneOf = (text: string, part: string): Zone | undefined => {
  const letter = extractLetter(documentFromText(text), packs);
  const words = wordsOf(letter.document);
  return letter.sentences.find(({ span }) =>
    words
      .slice(span.from, span.to)
      .map((word) => word.text)
      .join(' ')
      .includes(part),
  )?.zone;
};

const refusal = (...paragraphs: readonly string[]) =>
  [
    'Immigration, Refugees and Citizenship Canada',
    'Date: 12 March 2025',
    'Dear Ms. Example,',
    'I have reviewed your study permit application. I am refusing your application.',
    ...paragraphs,
  ].join('\n\n');
const refus = (...paragraphs: readonly string[]) =>
  [
    'Immigration, Réfugiés et Citoyenneté Canada',
    'Date : 12 mars 2025',
    'Madame,',
    'Nous avons examiné votre demande de permis d’études. Je refuse votre demande.',
    ...paragraphs,
  ].join('\n\n');

const never = ['reasons', 'decision', 'officer-notes'];

describe('what stands in nearly every letter is no reason', () => {
  test.each([
    // the requirement of the Act (BP1) and pasted law (BP5)
    'In accordance with Section A11(1) of the Immigration and Refugee Protection Act (IRPA), any person wishing to become a temporary resident of Canada must satisfy an officer that he or she is not inadmissible to Canada.',
    'Subsection 11(1) of the Act states that a foreign national must, before entering Canada, apply to an officer for a visa.',
    'Paragraph 216(1)(b) provides that an officer shall issue a study permit if the foreign national will leave Canada by the end of the period authorized for their stay.',
    'A foreign national who is inadmissible on grounds of misrepresentation may not apply for permanent residence.',
    // the factors that officers consider (BP2), the burden (BP6), the warning (BP10)
    "In reaching a decision, an officer considers several factors; these may include the applicant's travel documents, reason for travel, financial means for the trip and ties to the country of residence.",
    'The onus is on the applicant to show that they meet the requirements.',
    'You are reminded that providing false or misleading information may lead to a finding of misrepresentation.',
    // purpose, farewell, advice (BP7, BP8, BP9, BP11, BP15)
    'Thank you for your interest in studying in Canada.',
    'Unmarked boxes do not apply to you.',
    'You are welcome to reapply if you feel that you can respond to these concerns and can show enough funds and ties.',
    'Nothing prevents you from filing again once your finances have improved.',
    'There is no formal right of appeal of this decision.',
    'You may apply to the Federal Court of Canada for leave for judicial review within 60 days.',
    'Your biometrics are valid for 10 years.',
    'If you had already paid tuition, please speak with your school about a refund.',
    'Please do not reply to this email.',
    'This decision does not preclude a new application.',
    // consequences (BP14, trap 38)
    'Your status has ended.',
    'You have 90 days in which to ask for your status to be restored.',
    'You must leave Canada immediately.',
    'You may apply for restoration of your status if you meet the requirements.',
  ])('%s', (sentence) => {
    expect(never).not.toContain(zoneOf(refusal(sentence), sentence.slice(0, 30)));
  });

  test.each([
    'Conformément au paragraphe 11(1) de la LIPR, toute personne désirant devenir résident temporaire doit convaincre un agent qu’elle n’est pas interdite de territoire.',
    'L’alinéa 216(1)b) du Règlement prévoit que l’étranger doit quitter le Canada à la fin de la période de séjour.',
    'L’agent tient compte de plusieurs facteurs, qui peuvent comprendre vos antécédents de voyage et vos moyens financiers.',
    'Il incombe au demandeur de prouver qu’il satisfait aux exigences.',
    'Nous vous remercions de l’intérêt que vous portez aux études au Canada.',
    'Vous pouvez présenter une nouvelle demande si votre situation financière change.',
    'Si votre situation évolue, rien ne vous empêche de déposer un nouveau dossier.',
    'Cette décision ne peut faire l’objet d’un appel.',
    'Vous pouvez demander à la Cour fédérale l’autorisation de présenter une demande de contrôle judiciaire.',
    'Vos données biométriques sont valides pendant dix ans.',
    'Vous devez quitter le Canada immédiatement.',
    'Vous pouvez demander le rétablissement de votre statut dans les 90 jours.',
  ])('%s', (sentence) => {
    expect(never).not.toContain(zoneOf(refus(sentence), sentence.slice(0, 30)));
  });
});

describe('reasons stay reasons', () => {
  test.each([
    'I am not satisfied that you will leave Canada at the end of your stay, as stipulated in subsection 216(1) of the IRPR, based on your travel history.',
    'Pursuant to paragraph 220(b) of the IRPR, I am not satisfied that you have sufficient and available financial resources.',
    'As required by section 16, you did not answer our questions truthfully.',
    'You have not shown that you will leave Canada if your application for permanent residence is refused.',
    'Your application was received after your status had ended, and you do not meet section 182.',
    'You worked in Canada without a permit although your visitor record forbids it.',
    'Your fee was not paid and no refund is due.',
    'In your letter you say that you may apply for restoration, but you did not stop working.',
  ])('%s', (sentence) => {
    expect(['reasons', 'decision']).toContain(zoneOf(refusal(sentence), sentence.slice(0, 30)));
  });

  test('before the refusal too, in a letter that tells first and decides last', () => {
    const text =
      'Immigration, Refugees and Citizenship Canada\nDate: 8 January 2024\n\nDear Jo Example,\n\nYou asked us to prolong your study permit. The college told us that you have not been registered since 2023. Your request is refused for that reason.\n\nYour status has ended. You have 90 days to ask for it to be restored. If you do not ask, make plans.';
    expect(zoneOf(text, 'The college told')).toBe('reasons');
    expect(zoneOf(text, 'is refused')).toBe('decision');
    expect(zoneOf(text, 'If you do not ask')).toBe('consequences');
  });

  test.each([
    ['I have concluded that the statute, section 220, is not met: no tuition is paid.', 'I have concluded'],
    [
      'Section 220 of the Regulations requires that a student have enough funds. You have not shown any.',
      'You have not shown',
    ],
    [
      'Subsection 4(1) states that no person shall be considered a spouse if the marriage is not genuine.\n(a) it was entered into for status; or\n(b) it is not genuine.\n\nYou did not know where your husband works.',
      'You did not know',
    ],
  ])('the finding behind pasted law counts: %s', (paragraph, finding) => {
    expect(zoneOf(refusal(paragraph), finding)).toBe('reasons');
  });

  test('lettered items below pasted law are law', () => {
    const text = refusal(
      'Subsection 75(2) of the Regulations states that a foreign national is a skilled worker if',
      '(a) within the 10 years before the date of application they have one year of work,\n(b) during that period they performed the actions described;',
      'I am not satisfied that you performed these duties.',
    );
    expect([
      zoneOf(text, 'within the 10 years'),
      zoneOf(text, 'during that period'),
      zoneOf(text, 'performed these duties'),
    ]).toEqual(['law', 'law', 'reasons']);
  });
});

describe('headings', () => {
  test('advice below its heading is farewell, whatever words it uses', () => {
    const text = refusal(
      'Your funds are too low.',
      'What you can do now\nA longer employment record, bank statements or a clearer invitation may help. Show that your ties are strong.',
      'Reasons for decision\nYour plan is vague.',
    );
    expect(zoneOf(text, 'longer employment')).toBe('closing');
    expect(zoneOf(text, 'your ties are strong')).toBe('closing');
    expect(zoneOf(text, 'Your plan is vague')).toBe('reasons');
  });

  test('officer’s notes below theirs, in their own language', () => {
    const text = refus(
      'Vos ressources sont insuffisantes.',
      'Cordialement,',
      'Officer decision notes\n\nThe applicant is 24 and single. I am not satisfied that the funds are available to her. You may apply again is what she was told.',
    );
    expect(zoneOf(text, 'The applicant is 24')).toBe('officer-notes');
    expect(zoneOf(text, 'not satisfied')).toBe('officer-notes');
    const letter = extractLetter(documentFromText(text), packs);
    expect(letter.language).toBe('fr');
    expect(letter.sentences.at(-2)?.language).toBe('en');
    expect(letter.kind).toBe('study-permit-refusal');
  });

  test('French headings', () => {
    const text = refus(
      'Vos ressources sont insuffisantes.',
      'Ce que vous pouvez faire maintenant\nDes relevés plus longs peuvent aider.',
      'Notes de décision de l’agent\nDP est célibataire.',
    );
    expect(zoneOf(text, 'relevés plus longs')).toBe('closing');
    expect(zoneOf(text, 'DP est')).toBe('officer-notes');
  });
});

describe('lists', () => {
  const listedOf = (text: string) => {
    const letter = extractLetter(documentFromText(text), packs);
    const words = wordsOf(letter.document);
    return letter.sentences
      .filter((sentence) => sentence.listed)
      .map(({ span }) =>
        words
          .slice(span.from, span.to)
          .map((word) => word.text)
          .join(' '),
      );
  };

  test.each([
    [
      'bullets',
      'I am not satisfied, based on the following factors:\n• travel history\n• purpose of visit\n\nYou may reapply.',
      ['travel history', 'purpose of visit'],
    ],
    [
      'bullets with a nested list',
      'I refuse on the following grounds:\n- You will not leave, based on the following factors:\n   - travel history\n- You cannot do the work.\n\nGood luck.',
      ['You will not leave, based on the following factors:', 'travel history', 'You cannot do the work.'],
    ],
    [
      'lines without bullets',
      'I have read everything that you sent with your application. I considered several factors, including:\ntravel history\nfamily ties in Canada and in your country of residence\npurpose of visit\n\nYou may reapply.',
      ['travel history', 'family ties in Canada and in your country of residence', 'purpose of visit'],
    ],
    [
      'French',
      'Votre demande est refusée, compte tenu des facteurs suivants :\n- vos antécédents de voyage\n- le but de votre visite\n\nMerci.',
      ['vos antécédents de voyage', 'le but de votre visite'],
    ],
    ['not below a request', 'Please send the following documents:\n- travel history\n- proof of funds', []],
    [
      'not below a sentence that goes on by itself',
      'I am not satisfied based on your travel history.\n\nYour family ties are strong.',
      [],
    ],
  ])('%s', (_, text, items) => {
    expect(listedOf(text)).toEqual(items);
  });

  test('what follows the list without a finding is farewell', () => {
    const text = refusal(
      'I am refusing your application on the following grounds:\n- You have no ties.\n- You have no funds.',
      'The employer may still recruit someone else.',
    );
    expect(zoneOf(text, 'The employer may')).toBe('closing');
    const more = refusal(
      'I am refusing your application on the following grounds:\n- You have no ties.',
      'In addition, your study plan is vague and was not explained.',
    );
    expect(zoneOf(more, 'In addition')).toBe('reasons');
  });
});
