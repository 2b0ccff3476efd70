import { EventEmitter } from 'node:events';
import type { Events } from '../seam/events.ts';

/** Events inside one process. */
export function createMemoryEvents(): Events {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    publish: (topic) => void emitter.emit(topic),
    subscribe: (topic, listener) => {
      emitter.on(topic, listener);
      return () => void emitter.off(topic, listener);
    },
  };
}
