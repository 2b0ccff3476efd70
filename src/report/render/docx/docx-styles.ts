import { AlignmentType, BorderStyle, type IPropertiesOptions, LevelFormat, LineRuleType } from 'docx';

/** Sizes in half points, spaces in twentieths of a point, as Word counts. */
export const ink = '1B2330';
export const soft = '525C6B';
export const accent = '135E52';
export const toneColours = { good: accent, caution: '8A4B00', stop: 'A11D2C', plain: soft } as const;
export const toneWashes = { good: 'E9F3F1', caution: 'FDF3E3', stop: 'FCEBEC', plain: 'F1F3F5' } as const;
export const contentWidth = 10_080;

/** Paragraph styles by name, so that a firm can restyle the whole document in Word by changing them. */
export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, color: ink },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font: 'Calibri', size: 44, bold: true, color: ink }, paragraph: { spacing: { after: 40 } } },
    heading1: {
      run: { font: 'Calibri', size: 29, bold: true, color: ink },
      paragraph: {
        spacing: { before: 360, after: 140 },
        keepNext: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 3, color: accent } },
      },
    },
    heading2: {
      run: { font: 'Calibri', size: 24, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { color: soft },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'Lead',
      name: 'Lead',
      basedOn: 'Normal',
      run: { size: 24 },
      paragraph: { spacing: { before: 120, after: 160 } },
    },
    { id: 'Small', name: 'Small Print', basedOn: 'Normal', run: { size: 18, color: soft } },
    { id: 'Hint', name: 'Hint', basedOn: 'Normal', run: { italics: true, color: soft } },
    {
      id: 'LetterQuote',
      name: 'Letter Quote',
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 240 },
        spacing: { before: 120, after: 0 },
        keepNext: true,
        keepLines: true,
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: accent } },
      },
    },
    {
      id: 'QuoteSource',
      name: 'Quote Source',
      basedOn: 'Normal',
      run: { size: 18, color: soft },
      paragraph: {
        indent: { left: 240 },
        spacing: { after: 140 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: accent } },
      },
    },
    {
      id: 'CheckLine',
      name: 'Check Line',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { indent: { left: 380 }, spacing: { after: 40 } },
    },
    {
      id: 'Answer',
      name: 'Answer',
      basedOn: 'Normal',
      run: { color: soft },
      paragraph: {
        spacing: { before: 80, after: 160 },
        border: {
          top: { style: BorderStyle.DASHED, size: 6, space: 6, color: soft },
          bottom: { style: BorderStyle.DASHED, size: 6, space: 6, color: soft },
          left: { style: BorderStyle.DASHED, size: 6, space: 6, color: soft },
          right: { style: BorderStyle.DASHED, size: 6, space: 6, color: soft },
        },
        indent: { left: 140, right: 140 },
      },
    },
  ],
};

const indent = { left: 460, hanging: 280 };

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'bullets',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent } },
        },
      ],
    },
    {
      reference: 'steps',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent } },
        },
      ],
    },
  ],
};
