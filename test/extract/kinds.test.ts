import { describe, expect, test } from 'vitest';
import { extractLetter } from '../../src/extract/extract-letter.ts';
import { documentFromText } from './document-from-text.ts';
import { packs } from './packs.ts';

const read = (text: string) => {
  const { kind, outcome, application, language, readAs } = extractLetter(documentFromText(text), packs);
  return { kind, outcome, application, language, readAs };
};

const head = 'Immigration, Refugees and Citizenship Canada\nDate: 3 March 2025\n\nDear Ms. Example,\n\n';
const tete = 'Immigration, Réfugiés et Citoyenneté Canada\nDate : 3 mars 2025\n\nMadame,\n\n';

describe('a letter is called by what it decides and what was applied for', () => {
  test.each([
    // --- refusals
    [
      'visitor-visa-refusal',
      'refused',
      'visitor',
      `${head}Thank you for your interest in coming to Canada. I have reviewed your temporary resident visa (visitor visa) application. I am refusing your application because you have not established that you will leave Canada.`,
    ],
    [
      'super-visa-refusal',
      'refused',
      'super-visa',
      `${head}This refers to your application for a super visa for parents and grandparents. Your host does not meet the minimum necessary income. Your application is refused.`,
    ],
    [
      'transit-visa-refusal',
      'refused',
      'transit',
      `${head}I have reviewed your application for a transit visa. You do not meet the conditions of section 190. Your application is refused.`,
    ],
    [
      'study-permit-refusal',
      'refused',
      'study',
      `${head}I have reviewed your study permit application. Your application is refused because no letter of acceptance was enclosed.`,
    ],
    [
      'study-extension-refusal',
      'refused',
      'study-extension',
      `${head}This refers to your application to change conditions, extend my stay or remain in Canada as a student. Your application is refused.`,
    ],
    [
      'work-permit-refusal',
      'refused',
      'work',
      `${head}This refers to your work permit application made at our visa section. I am not satisfied that you can perform the work. I am refusing your application.`,
    ],
    [
      'work-extension-refusal',
      'refused',
      'work-extension',
      `${head}This letter refers to your application for work permit. Your application as requested is refused.\n\nYou may apply for restoration of your status within 90 days of losing it.`,
    ],
    [
      'pgwp-refusal',
      'refused',
      'pgwp',
      `${head}This refers to your application for a Post-Graduation Work Permit. Your work permit application is refused as you did not study full time.`,
    ],
    [
      'spousal-work-refusal',
      'refused',
      'spousal-work',
      `${head}Your application for an open work permit as a spouse of a student has been refused. Your spouse is not enrolled in a program on the list.`,
    ],
    [
      'bridging-work-refusal',
      'refused',
      'bridging-work',
      `${head}You applied for a bridging open work permit. You have not yet passed the completeness check, and your application is refused.`,
    ],
    [
      'visitor-extension-refusal',
      'refused',
      'visitor-extension',
      `${head}You asked to extend your stay as a visitor. I am not satisfied that you have the means to stay. Your application is refused.`,
    ],
    [
      'restoration-refusal',
      'refused',
      'restoration',
      `${head}This refers to your application for restoration of your temporary resident status. It was made 140 days after you lost it. Your application for restoration is refused.`,
    ],
    [
      'eta-refusal',
      'refused',
      'eta',
      `${head}Your application for an electronic travel authorization (eTA) has been refused. Your visa application was refused under paragraph 179(b) in the last months.`,
    ],
    [
      'trp-refusal',
      'refused',
      'trp',
      `${head}I have considered your request for a temporary resident permit. I see no compelling need. Your request is refused.`,
    ],
    [
      'express-entry-refusal',
      'refused',
      'express-entry',
      `${head}I have now completed the assessment of your application for a permanent resident visa as a member of the Canadian Experience Class. I have determined that you do not meet the requirements for immigration to Canada.`,
    ],
    [
      'provincial-nominee-refusal',
      'refused',
      'provincial-nominee',
      `${head}I have completed the assessment of your application as a member of the provincial nominee class. I am not satisfied that you meet the requirements of the Act. I am therefore refusing your application.`,
    ],
    [
      'economic-refusal',
      'refused',
      'economic-other',
      `${head}I have assessed your application under the Atlantic Immigration Program. Your employer's designation was withdrawn. Your application is refused.`,
    ],
    [
      'family-refusal',
      'refused',
      'family',
      `${head}I have completed the assessment of your application for a permanent resident visa as a member of the family class. I find that the marriage is not genuine. Your application is refused.`,
    ],
    [
      'spouse-in-canada-refusal',
      'refused',
      'spouse-in-canada',
      `${head}This concerns your application for permanent residence in the spouse or common-law partner in Canada class. You do not live together. Your application is refused.`,
    ],
    [
      'sponsorship-refusal',
      'refused',
      'sponsorship',
      `${head}I have reviewed your application to sponsor. You are receiving social assistance. You do not meet the requirements to sponsor, and your sponsorship application is refused.`,
    ],
    [
      'humanitarian-refusal',
      'refused',
      'humanitarian',
      `${head}You asked for an exemption on humanitarian and compassionate grounds. The factors do not justify one. Your request is refused.`,
    ],
    [
      'arc-refusal',
      'refused',
      'arc',
      `${head}I have considered your request for an authorization to return to Canada. It is refused: you gave no reason for staying after the order.`,
    ],
    [
      'rehabilitation-refusal',
      'refused',
      'rehabilitation',
      `${head}Your application for criminal rehabilitation has been refused. Less than five years have passed since the end of your sentence.`,
    ],
    [
      'travel-document-refusal',
      'refused',
      'travel-document',
      `${head}Your application for a permanent resident travel document is refused. You have not met the residency obligation.`,
    ],
    [
      'citizenship-refusal',
      'refused',
      'citizenship',
      `${head}Your application for a grant of Canadian citizenship under the Citizenship Act is refused. You were not physically present long enough.`,
    ],
    ['refusal', 'refused', 'any', `${head}Your application is refused. You did not pay the fee.`],
    // --- French
    [
      'visitor-visa-refusal',
      'refused',
      'visitor',
      `${tete}Nous avons examiné votre demande de visa de résident temporaire (visa de visiteur). Je refuse votre demande parce que vous n'avez pas établi que vous quitterez le Canada.`,
    ],
    [
      'study-permit-refusal',
      'refused',
      'study',
      `${tete}L'examen attentif des renseignements que vous nous avez fournis avec votre demande, ainsi que les documents fournis à son appui, m'amènent à conclure que vous ne remplissez pas les conditions du permis d'études. En voici les raisons :\n\n- Vos ressources sont insuffisantes.`,
    ],
    [
      'study-extension-refusal',
      'refused',
      'study-extension',
      `${tete}La présente concerne votre demande pour modifier les conditions de séjour, proroger le séjour ou demeurer au Canada comme étudiant. Votre demande est rejetée.`,
    ],
    [
      'work-permit-refusal',
      'refused',
      'work',
      `${tete}La présente fait suite à votre demande de permis de travail. L'offre d'emploi n'est pas authentique. Votre demande est donc refusée.`,
    ],
    [
      'pgwp-refusal',
      'refused',
      'pgwp',
      `${tete}Votre demande de permis de travail postdiplôme (PTPD) a été refusée. Votre programme ne donne pas accès à ce permis.`,
    ],
    [
      'restoration-refusal',
      'refused',
      'restoration',
      `${tete}La présente fait suite à votre demande de rétablissement de votre statut de résident temporaire. Elle a été présentée trop tard. Votre demande est refusée.`,
    ],
    [
      'humanitarian-refusal',
      'refused',
      'humanitarian',
      `${tete}Vous demandez une dispense pour des motifs d'ordre humanitaire. Les facteurs ne justifient pas une dispense. Votre demande est rejetée.`,
    ],
    // --- no refusals
    [
      'approval',
      'granted',
      'visitor',
      `${head}Your application for a visitor visa has been approved. Please send your passport to our visa office.`,
    ],
    [
      'approval',
      'granted',
      'work',
      `${head}We are pleased to inform you that your work permit application has been approved. This is your letter of introduction. You may be refused entry if your situation has changed.`,
    ],
    [
      'approval',
      'granted',
      'study',
      `${tete}Votre demande de permis d'études a été approuvée. Présentez cette lettre d'introduction à votre arrivée au Canada.`,
    ],
    [
      'procedural-fairness',
      'undecided',
      'express-entry',
      `${head}I am reviewing your application under the Canadian Experience Class. It appears that you may not meet the requirements because your reference letter does not list your duties. I am not satisfied that you did this work. Before I make a final decision, you have 30 days from the date of this letter to respond.`,
    ],
    [
      'procedural-fairness',
      'undecided',
      'study',
      `${tete}J'ai des préoccupations au sujet de la lettre d'admission jointe à votre demande de permis d'études. Vous pourriez être interdit de territoire pour fausses déclarations. Vous disposez de 15 jours pour répondre à la présente lettre.`,
    ],
    [
      'document-request',
      'undecided',
      'visitor',
      `${head}We need additional information to process your application for a visitor visa. Please provide the following documents within 30 days: bank statements for six months. If you do not reply, your application may be refused.`,
    ],
    [
      'document-request',
      'undecided',
      'any',
      `${head}Biometric Instruction Letter\n\nYou must give your biometrics within 30 days of the date of this letter.`,
    ],
    [
      'document-request',
      'undecided',
      'family',
      `${tete}Votre demande au titre du regroupement familial est à l'étude. Veuillez nous fournir les documents suivants dans un délai de 60 jours : acte de naissance, photos.`,
    ],
    [
      'returned-incomplete',
      'returned',
      'express-entry',
      `${head}Your application under Express Entry does not meet the requirements of a complete application as described in section 10 of the Regulations. It is rejected for being incomplete and therefore was not put into processing. A full review of your application was not performed.`,
    ],
    [
      'returned-incomplete',
      'returned',
      'study',
      `${tete}Nous vous retournons votre demande de permis d'études, car elle n'est pas complète selon l'article 10 du RIPR.`,
    ],
    [
      'returned-instruction',
      'returned',
      'study',
      `${head}Your study permit application cannot be accepted for processing because it came without the attestation that the ministerial instructions require.`,
    ],
    [
      'withdrawn',
      'withdrawn',
      'work',
      `${head}We confirm that your application for a work permit has been withdrawn at your request.`,
    ],
    ['withdrawn', 'withdrawn', 'visitor', `${tete}Nous confirmons le retrait de votre demande de visa de visiteur.`],
    [
      'abandoned',
      'undecided',
      'citizenship',
      `${head}You did not come to the hearing. Your application under the Citizenship Act has been declared abandoned.`,
    ],
    [
      'revocation',
      'undecided',
      'visitor',
      `${head}Your temporary resident visa has been cancelled because your situation has changed.`,
    ],
    [
      'removal',
      'undecided',
      'any',
      `${head}A departure order has been issued against you. You must confirm your departure with the Canada Border Services Agency.`,
    ],
    [
      'acknowledgement',
      'undecided',
      'work',
      `${head}We have received your application for a work permit. We will review your application. An officer considers several factors, which may include your finances.`,
    ],
    [
      'acknowledgement',
      'undecided',
      'study',
      `${head}The refusal of your study permit dated 2 May 2024 has been set aside and your application has been reopened. A different officer will decide it again.`,
    ],
  ])('%s (%s, %s)', (kind, outcome, application, text) => {
    expect(read(text)).toMatchObject({ kind, outcome, application, readAs: 'letter' });
  });
});

describe('words of a decision that decide nothing here', () => {
  test.each([
    [
      'a fairness letter quoted inside a refusal',
      'refused',
      `${head}On 2 May 2024 you were sent a procedural fairness letter: it appears that you may not meet the requirements. I have considered your response of 9 May. It did not address my concerns. Your study permit application is refused.`,
    ],
    [
      'an earlier refusal mentioned in an approval',
      'granted',
      `${head}Your previous application was refused on 2 May 2023. Your new application for a study permit has been approved.`,
    ],
    [
      'an earlier refusal mentioned in a fairness letter',
      'undecided',
      `${head}Our records show that a visa application you made in 2019 was refused, and you did not say so. You may be found inadmissible for misrepresentation. No decision has been made on your work permit application. You have 15 days to respond.`,
    ],
    [
      'an invitation to apply again in a refusal',
      'refused',
      `${head}Your visitor visa application is refused. You are welcome to reapply. Please provide new documents within your next application.`,
    ],
    [
      'a withdrawn nomination in a refusal',
      'refused',
      `${head}The province told us that your nomination was withdrawn. Your application in the provincial nominee class is refused.`,
    ],
    [
      'a permit issued earlier in a refusal',
      'refused',
      `${head}Your first study permit was issued in 2021. You did not study. Your application to extend your study permit is refused.`,
    ],
  ])('%s', (_, outcome, text) => {
    expect(read(text).outcome).toBe(outcome);
  });
});

describe('text without a letter around it', () => {
  test.each([
    [
      'officer-notes',
      'refused',
      'PA, 24, single, applied for SP. Funds insufficient. Not satisfied PA would leave. Refused.',
    ],
    [
      'officer-notes',
      'granted',
      'PA is a bona fide student. Prior refusal in 2019 noted, overcome. Eligibility passed. SP approved.',
    ],
    ['officer-notes', 'granted', 'DP établie, fonds suffisants. Aucune préoccupation. Permis accordé.'],
    [
      'officer-notes',
      'refused',
      'La demandeure est célibataire et sans emploi. Je ne suis pas convaincue qu’elle quitterait le Canada. Refus.',
    ],
    ['officer-notes', 'undecided', 'PA submitted LOA and POF. Police certificate to come. BF 30 days.'],
    [
      'officer-notes',
      'refused',
      'PFL sent 12 May. PA has not replied. Not satisfied PA answered truthfully. Refused A16(1).',
    ],
    ['not-a-letter', 'refused', 'I am not satisfied that you have sufficient funds for your stay in Canada.'],
    ['not-a-letter', 'unknown', 'The passport copy that came with the form cannot be read.'],
    [
      'not-a-letter',
      'unknown',
      'Refused a visa? Our team can help. Book a consultation today for a free assessment of your refusal.',
    ],
    [
      'not-a-letter',
      'unknown',
      'The officer must assess whether the applicant has sufficient funds and will leave Canada.',
    ],
    ['not-a-letter', 'unknown', 'Les demandeurs doivent prouver qu’ils ont des fonds suffisants.'],
  ])('%s (%s): %s', (kind, outcome, text) => {
    expect(read(text)).toMatchObject({ kind, outcome });
    expect(read(text).readAs).not.toBe('letter');
  });

  test('a letter of another trade is none of ours, and nothing in it is a reason', () => {
    const letter = extractLetter(
      documentFromText(
        'Lakeside Bank\nDate: 3 March 2025\n\nDear Ms. Example,\n\nYour application for a loan is refused because your income is insufficient.',
      ),
      packs,
    );
    expect(letter.kind).toBe('not-a-letter');
    expect(new Set(letter.sentences.map((sentence) => sentence.zone))).toEqual(new Set(['boilerplate']));
  });
});
