/** Tesseract's page segmentation modes: one block of text; one column of blocks of any size. */
export const layoutModes = { block: '6', columns: '4' } as const;
