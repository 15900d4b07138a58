import { createCipheriv } from 'node:crypto';
import { passwordHash } from '../../../../src/pdf/pdfjs/node-codecs.ts';
import { bytesOf, onePage } from '../../../fixtures/zoo/make-pdf.ts';

const FILE_KEY = Uint8Array.from({ length: 32 }, (_, index) => index * 7 + 1);
const NOTHING = new Uint8Array();

/** @param iv left out, and no padding, as for the keys themselves */
function encrypt(key: Uint8Array, data: Uint8Array, iv?: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv ?? Buffer.alloc(16));
  cipher.setAutoPadding(iv !== undefined);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** A password's entry (`/U` or `/O`) and the key of the file under it (`/UE` or `/OE`). */
function entriesOf(password: string, userEntry: Uint8Array): { entry: Buffer; key: Buffer } {
  const [secret, forCheck, forKey] = [password, 'to check', 'the keys'].map(bytesOf) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const hashWith = (salt: Uint8Array): Uint8Array =>
    passwordHash(secret, Buffer.concat([secret, salt, userEntry]), userEntry);
  return {
    entry: Buffer.concat([hashWith(forCheck), forCheck, forKey]),
    key: encrypt(hashWith(forKey), FILE_KEY),
  };
}

/**
 * A PDF of one line, encrypted as PDF 2.0 does it (revision 6), which pdfkit can't write. It opens without a
 * password; its owner's is "owner".
 */
export function encryptedPdf(line: string): Uint8Array<ArrayBuffer> {
  const user = entriesOf('', NOTHING);
  const owner = entriesOf('owner', user.entry);
  const iv = Buffer.alloc(16, 5);
  const content = bytesOf(`BT /F 12 Tf 72 700 Td (${line}) Tj ET`);
  const plain = onePage({
    resources: '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>',
    content: Buffer.concat([iv, encrypt(FILE_KEY, content, iv)]).toString('latin1'),
  });
  const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;
  const dictionary =
    `/Filter /Standard /V 5 /R 6 /Length 256 /P -4 /StmF /StdCF /StrF /StdCF ` +
    `/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /U ${hex(user.entry)} /UE ${hex(user.key)} ` +
    `/O ${hex(owner.entry)} /OE ${hex(owner.key)} /Perms ${hex(new Uint8Array(16))}`;
  const file = Buffer.from(plain).toString('latin1');
  return bytesOf(file.replace('/Root', `/ID [<00> <00>] /Encrypt << ${dictionary} >> /Root`));
}
