import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../seam/meter.ts';

/** What is looked up when somebody reads the meter. */
export type Gauges = {
  readonly queue: () => Promise<{ readonly waiting: number; readonly reading: number }>;
  /** Processes that read letters now. */
  readonly readers: () => number;
};

const buckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']);

function addGauges(registers: readonly Registry[], { queue, readers }: Gauges): void {
  const shared = { registers: [...registers] };
  new Gauge({
    name: 'refusals_queue_letters',
    help: 'Letters that are not read yet',
    labelNames: ['state'],
    ...shared,
    async collect() {
      const { waiting, reading } = await queue();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'reading' }, reading);
    },
  });
  new Gauge({
    name: 'refusals_reader_processes',
    help: 'Processes that read letters now',
    ...shared,
    collect() {
      this.set(readers());
    },
  });
  new Gauge({
    name: 'refusals_process_memory_bytes',
    help: 'Memory of the service itself',
    labelNames: ['kind'],
    ...shared,
    collect() {
      const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
      this.set({ kind: 'resident' }, rss);
      this.set({ kind: 'heap' }, heapUsed);
      this.set({ kind: 'buffers' }, arrayBuffers);
    },
  });
}

/** Counts in this process, for Prometheus. Durations go by room, not by route: some hundred series in all. */
export function createMeter(gauges: Gauges): Meter {
  const registry = new Registry();
  const shared = { registers: [registry] };
  const requests = new Counter({
    name: 'refusals_http_requests_total',
    help: 'Requests that were answered',
    labelNames: ['method', 'route', 'status'],
    ...shared,
  });
  const durations = new Histogram({
    name: 'refusals_http_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['room'],
    buckets,
    ...shared,
  });
  const letters = new Counter({
    name: 'refusals_letters_total',
    help: 'Letters that came to an end, by how',
    labelNames: ['state', 'code'],
    ...shared,
  });
  addGauges([registry], gauges);
  return {
    countRequest: ({ method, route, room, status, seconds }) => {
      requests.inc({ method: methods.has(method) ? method : 'other', route, status: String(status) });
      durations.observe({ room }, seconds);
    },
    countLetter: (state, code) => letters.inc({ state, code: code ?? 'none' }),
    read: async () => ({ mediaType: registry.contentType, text: await registry.metrics() }),
  };
}
