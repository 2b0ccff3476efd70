import { z } from 'zod';

/** A key of 32 bytes, as hex or base64. */
const key = z
  .string()
  .trim()
  .transform((text) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64'))
  .refine((bytes) => bytes.length === 32, 'write 32 random bytes as hex or base64 (openssl rand -base64 32)')
  .optional();

/** Where letters' files are kept, and what seals them. The AWS_* names are those that other programs use as well. */
export const fileVariables = {
  DATA_KEY: key,
  DATA_KEY_BEFORE: key,
  FILES_URL: z
    .url({ protocol: /^s3$/, error: 'write s3://bucket/prefix, with ?endpoint=https://... for a store of your own' })
    .optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_REGION: z.string().optional(),
};

const variables = z.object(fileVariables);
type Variables = z.infer<typeof variables>;

export type FileConfig = {
  /** 32 bytes that seal the letters' files, and those that did before. Without one the data folder has its own. */
  readonly dataKey?: Uint8Array;
  readonly dataKeyBefore?: Uint8Array;
  /** A bucket instead of the data folder. */
  readonly s3?: {
    readonly endpoint: string;
    readonly region: string;
    readonly bucket: string;
    /** Empty, or ends with a slash. */
    readonly prefix: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
};

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** What is wrong with the settings of a bucket, beyond their shape. */
export function mistakesOfFiles(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const address = given['FILES_URL'];
  if (address === undefined || !URL.canParse(address)) return [];
  const url = new URL(address);
  const endpoint = url.searchParams.get('endpoint');
  const needed = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'DATA_KEY'].filter((name) => given[name] === undefined);
  return [
    ...(url.username === '' && url.password === ''
      ? []
      : ['FILES_URL: leave name and password out; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.']),
    ...(endpoint === null || isAddress(endpoint) ? [] : ['FILES_URL: the endpoint is no http(s) address.']),
    ...(/^(\/[\w.-]+)*\/?$/.test(url.pathname) ? [] : ['FILES_URL: use letters, digits, - _ . in the prefix.']),
    ...needed.map((name) => `${name}: FILES_URL needs it.`),
  ];
}

function bucketOf(settings: Variables): FileConfig['s3'] {
  const { FILES_URL: address, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (address === undefined || accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  const url = new URL(address);
  const region = url.searchParams.get('region') ?? settings.AWS_REGION ?? 'us-east-1';
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  return {
    endpoint: (url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, ''),
    region,
    bucket: url.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    accessKeyId,
    secretAccessKey,
    ...(settings.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: settings.AWS_SESSION_TOKEN }),
  };
}

export function fileConfig(settings: Variables): FileConfig {
  const s3 = bucketOf(settings);
  return {
    ...(settings.DATA_KEY === undefined ? {} : { dataKey: settings.DATA_KEY }),
    ...(settings.DATA_KEY_BEFORE === undefined ? {} : { dataKeyBefore: settings.DATA_KEY_BEFORE }),
    ...(s3 === undefined ? {} : { s3 }),
  };
}
