import { z } from 'zod';
import { type FileConfig, fileConfig, fileVariables, mistakesOfFiles } from './config/file-settings.ts';
import { mistakesOfWebhook, type WebhookConfig, webhookConfig, webhookVariables } from './config/webhook-settings.ts';

const whole = (least: number, most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `write a whole number from ${least} to ${most}`)
    .default(String(fallback))
    .transform(Number)
    .pipe(z.number().min(least, `at least ${least}`).max(most, `at most ${most}`));

const settings = z.object({
  PORT: whole(0, 65_535, 3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'write an address that begins with postgres://' })
    .optional(),
  ...fileVariables,
  ...webhookVariables,
  AUTH: z.enum(['none', 'keys'], 'write none or keys').default('none'),
  RETENTION_DAYS: whole(0, 3650, 180),
  ORIGINAL_RETENTION_DAYS: whole(0, 3650, 30),
  MAX_FILE_MB: whole(1, 200, 20),
  MAX_PAGES: whole(1, 1000, 100),
  WORKERS: whole(0, 64, 2),
  LEASE_SECONDS: whole(2, 600, 30),
  LOG_LEVEL: z.enum(['silent', 'error', 'info', 'debug'], 'write silent, error, info or debug').default('info'),
});

/** The service's settings, read once. Sizes in bytes. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly files: FileConfig;
  /** Nobody is told anything without. */
  readonly webhook?: WebhookConfig;
  readonly auth: 'none' | 'keys';
  /** Days that letters and their reports are kept; 0 when they are forgotten once they were shown. */
  readonly retentionDays: number;
  /** Days that the files as they came are kept: never longer than their reports. */
  readonly originalRetentionDays: number;
  readonly maxFileBytes: number;
  readonly maxPages: number;
  readonly workers: number;
  /** After so long without a word of its reader, a letter is taken to be somebody else's. */
  readonly leaseSeconds: number;
  readonly logLevel: 'silent' | 'error' | 'info' | 'debug';
};

/** What is wrong with the settings, one line each: all of it, so that nobody starts the service five times. */
export type ConfigMistakes = { readonly mistakes: readonly string[] };

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

/** Reads the environment. An empty variable counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config | ConfigMistakes {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = settings.safeParse(given);
  const mistakes = [
    ...(result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}.`),
    ...openDoors(given['HOST'], given['AUTH']),
    ...mistakesOfFiles(given),
    ...mistakesOfWebhook(given),
    ...nobodyReads(given['WORKERS'], given['DATABASE_URL']),
  ];
  if (!result.success || mistakes.length > 0) return { mistakes };
  const { data } = result;
  const webhook = webhookConfig(data);
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: data.DATA_DIR,
    ...(data.DATABASE_URL === undefined ? {} : { databaseUrl: data.DATABASE_URL }),
    files: fileConfig(data),
    ...(webhook === undefined ? {} : { webhook }),
    auth: data.AUTH,
    retentionDays: data.RETENTION_DAYS,
    originalRetentionDays: Math.min(data.ORIGINAL_RETENTION_DAYS, data.RETENTION_DAYS),
    maxFileBytes: data.MAX_FILE_MB * 1024 * 1024,
    maxPages: data.MAX_PAGES,
    workers: data.WORKERS,
    leaseSeconds: data.LEASE_SECONDS,
    logLevel: data.LOG_LEVEL,
  };
}

/** Letters are personal: a service that other machines can reach must ask who is there. */
function openDoors(host: string | undefined, auth: string | undefined): readonly string[] {
  if (host === undefined || loopback.test(host) || auth === 'keys') return [];
  return [
    `HOST: ${host} can be reached from other machines, and without keys anybody there could read the letters. ` +
      'Set AUTH=keys, or leave HOST at 127.0.0.1 and put a server that checks people in front.',
  ];
}

/** Without workers elsewhere, letters would wait for ever. */
function nobodyReads(workers: string | undefined, databaseUrl: string | undefined): readonly string[] {
  if (workers === undefined || !/^0+$/.test(workers) || databaseUrl !== undefined) return [];
  return ['WORKERS: 0 leaves the reading to workers, which need a DATABASE_URL. Write at least 1, or give one.'];
}
