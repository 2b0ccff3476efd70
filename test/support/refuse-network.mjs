import dns from 'node:dns';
import net from 'node:net';

const { connect } = net.Socket.prototype;

/** What a connection goes to, in each of the ways in which it can be said. */
function targetOf([first]) {
  const target = Array.isArray(first) ? first[0] : first;
  return typeof target === 'string' ? { path: target } : target;
}

net.Socket.prototype.connect = function connectInside(...args) {
  if (typeof targetOf(args)?.path !== 'string') process.exit(71);
  return connect.apply(this, args);
};
const lookup = dns.lookup;
dns.lookup = Object.assign(
  // The name of this machine itself is asked for when a server begins to listen.
  (name, ...rest) => (name === '127.0.0.1' ? lookup(name, ...rest) : process.exit(71)),
  lookup,
);
