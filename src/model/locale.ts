/** A language that a pack's texts are written in. Which ones exist is decided by `patterns/languages/`. */
export type Language = string;

/** One text for people in every language of the product. */
export type Localized = { readonly en: string; readonly fr: string };
