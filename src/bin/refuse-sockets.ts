import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Loaded before anything else in a process that reads letters, and in its threads: whoever tries to open a connection
 * or look up a name ends the process. Where the system can take the network away too, it does (see containment.ts);
 * this holds everywhere. A connection to this machine over a pipe is none.
 */
function refuse(): never {
  process.exit(71);
}

net.Socket.prototype.connect = refuse;
net.connect = refuse;
net.createConnection = refuse;
dns.lookup = Object.assign(refuse, { __promisify__: refuse });
dns.resolve = Object.assign(refuse, { __promisify__: refuse });
dns.promises.lookup = refuse;
dns.promises.resolve = refuse;
globalThis.fetch = refuse;
syncBuiltinESMExports();
