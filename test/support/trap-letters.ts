/** The beginnings of invented letters, so that a trap is read as part of a letter. */
export const head = (application: string) => `Immigration, Refugees and Citizenship Canada
Date: 3 March 2025
Application no.: V300000001

Dear Ms. Example,

I have completed the review of your application for ${application}. I am refusing your application.

`;

export const visitor = head('a temporary resident visa (visitor visa)');
export const student = head('a study permit');
export const worker = head('a work permit');
export const spouse = head('a permanent resident visa as a member of the family class');
export const skilled = head(
  'a permanent resident visa as a member of the Canadian Experience Class under Express Entry',
);
/** The same in French. */
export const tete = (demande: string) => `Immigration, Réfugiés et Citoyenneté Canada
Date : 3 mars 2025
Nº de demande : V300000001

Madame,

J'ai terminé l'examen de votre demande de ${demande}. Je refuse votre demande.

`;

export const visiteuse = tete('visa de résident temporaire (visa de visiteur)');
/** A letter that has decided nothing yet. */
export const opening = 'Immigration, Refugees and Citizenship Canada\nDate: 3 March 2025\n\nDear Ms. Example,\n\n';
export const ouverture = 'Immigration, Réfugiés et Citoyenneté Canada\nDate : 3 mars 2025\n\nMadame,\n\n';
