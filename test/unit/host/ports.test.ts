import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { PlainError } from '../../host/plain-error.ts';
import { freePort, localHost, preferredPort, requirePort } from '../../host/ports.ts';

describe('Ports', () => {
  it('that are free are given', async () => {
    const port = await freePort();
    assert.equal(await requirePort(port), port);
    assert.equal(await preferredPort(port), port);
  });

  it('that are taken are refused or stepped aside from', async () => {
    const server = createServer().listen(0, localHost);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      await assert.rejects(requirePort(port), (error) => {
        assert.ok(error instanceof PlainError);
        assert.match(error.message, new RegExp(`Port ${port} is taken`, 'u'));
        return true;
      });
      assert.notEqual(await preferredPort(port), port);
    } finally {
      server.close();
    }
  });
});
