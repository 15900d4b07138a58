// Loaded before everything else into every process and thread of the server (--import): refuses connections to
// other machines, and writes each try down, with who tried. In plain JavaScript, for Nodes of other programs too.
import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const file = process.env.SOC_REVIEW_NETWORK_LOG;
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|::|0\.0\.0\.0|)$/;

function write(entry) {
  appendFileSync(file, `${JSON.stringify({ ...entry, process: process.argv.join(' '), isMainThread })}\n`);
}

function refuse(what) {
  const { stack } = new Error(what);
  write({ kind: 'try', what, stack });
  throw Object.assign(new Error(`Refused: ${what}`), { code: 'ECONNREFUSED' });
}

/** The machine that arguments of `connect` name; empty for one of this machine's own pipes. */
function hostOf(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return first.path ? '' : (first.host ?? '');
  if (typeof first === 'string' && Number.isNaN(Number(first))) return '';
  return typeof second === 'string' ? second : '';
}

if (file !== undefined) {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (...args) {
    const host = hostOf(args);
    if (!LOCAL.test(host)) refuse(`connect ${host}`);
    return connect.apply(this, args);
  };
  for (const library of [dns, dns.promises]) {
    for (const name of Object.keys(library)) {
      if (!/^(?:lookup|resolve|reverse)/.test(name) || typeof library[name] !== 'function') continue;
      const original = library[name];
      library[name] = function (host, ...rest) {
        if (!LOCAL.test(String(host ?? ''))) refuse(`${name} ${host}`);
        return original.call(this, host, ...rest);
      };
    }
  }
  const { send } = dgram.Socket.prototype;
  dgram.Socket.prototype.send = function (...args) {
    const address = args.find((arg) => typeof arg === 'string' && arg !== args[0]) ?? '';
    if (!LOCAL.test(address)) refuse(`send ${address}`);
    return send.apply(this, args);
  };
  syncBuiltinESMExports();
  write({ kind: 'guarded' });
}
