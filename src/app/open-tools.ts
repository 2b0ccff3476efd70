import { createMeter } from '../adapter/create-meter.ts';
import type { WebhookSettings } from '../adapter/webhook/create-webhook.ts';
import type { App } from '../app.ts';
import { packViews } from '../job/pack-view.ts';
import type { Log, Tools } from '../job/tools.ts';
import { sniffMediaType } from '../read/media-type.ts';
import { refuseType } from '../read/refuse-type.ts';
import { reportJsonSchema } from '../report/report-json-schema.ts';
import type { Source } from '../seam/reader.ts';
import { openNotifier } from './open-notifier.ts';
import { openStores, type StoreSettings, type Stores } from './open-stores.ts';

export type ServiceSettings = StoreSettings & {
  /** Who is told what ended. Nobody is without. */
  readonly webhook?: WebhookSettings;
  readonly version: string;
  readonly log: Log;
  readonly sample: () => Promise<Source | undefined>;
};

export type ServiceTools = Tools & Stores;

/** Everything that the service's faces and jobs are handed. The store may still be opening: `opened` says when it is. */
export async function openTools(app: App, settings: ServiceSettings): Promise<ServiceTools> {
  const { version, log, sample } = settings;
  const stores = await openStores(settings);
  const { clock, queue, files } = stores;
  const notifier = await openNotifier({ files, clock, log }, settings.webhook);
  const meter = createMeter({ queue: () => queue.count(), readers: () => app.reader.running() });
  return {
    ...stores,
    readLetter: (source, signal, progress) => app.reader.read(source, signal, progress),
    drawPage: (source, page, dpi, signal) => app.reader.draw(source, page, dpi, signal),
    analyze: (document, answers, { today, lang }) =>
      app.analyze(document, {
        answers,
        today,
        ...(lang === 'en' || lang === 'fr' ? { language: lang } : {}),
        made: { at: clock.now().toISOString(), analyzer: version },
      }),
    findLack: () => app.reader.findOcrProblem(),
    split: app.split,
    explain: app.explain,
    unzip: (source) => app.reader.unpack(source, 'entries', new AbortController().signal),
    checkFile: (bytes) => {
      const sniffed = sniffMediaType(bytes);
      if ('refused' in sniffed) throw refuseType(sniffed.refused);
    },
    packs: packViews(app.packs),
    reportSchema: reportJsonSchema(),
    forms: app.forms,
    meter,
    log,
    sample,
    ...(notifier === undefined ? {} : { notify: notifier.tell }),
    close: async () => {
      await notifier?.stop();
      await stores.close();
    },
  };
}
