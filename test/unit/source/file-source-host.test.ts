import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileSourceHost } from '../../../src/readers/source/file-source-host.js';
import type { FileSourceHostOptions } from '../../../src/readers/source/file-source-host.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'source host-'));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('main.xsd', '<main/>');
  write('xsd/Message.xsd', '<message/>');
  write('xsd/GetDerGroup.xsd', '<a/>');
  write('two/same.xsd', '<lower/>');
  write('two/SAME.xsd', '<upper/>');
  write('with space.xsd', '<space/>');
  write('per%20cent.xsd', '<percent/>');
  write('hash#1.xsd', '<hash/>');
  write('{Template}.xsd', '<template/>');
  write('Größe.xsd', '<umlaut/>');
  write(
    'latin.xsd',
    Uint8Array.from('<?xml version="1.0" encoding="x-none"?><a/>', (char) => char.charCodeAt(0)),
  );
  write('half.xsd', Uint8Array.from([0xff, 0xfe, 0x3c]));
  write('lying.xsd', '<?xml version="1.0" encoding="utf-16"?><a/>');
  write('nul.xsd', '<a>\0</a>');
  write('large.xsd', '<a/>'.padEnd(2000));
  write('deep/er/still.xsd', '<still/>');
  write('deep/mapped.xsd', '<mapped/>');
  write(
    'deep/catalog.xml',
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="http://example.org/a.xsd" uri="mapped.xsd"/></catalog>',
  );
  write('other/catalog.xml', '<products/>');
  symlinkSync('circle', join(folder, 'circle'));
  execFileSync('mkfifo', [join(folder, 'pipe.xsd')]);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
const hostOver = (options: Partial<FileSourceHostOptions> = {}) =>
  fileSourceHost({ workingFolder: folder, maxBytes: 1000, ...options });

function loaded(reference: string, base = 'main.xsd', options: Partial<FileSourceHostOptions> = {}) {
  const { value: host } = hostOver(options);
  const { value, diagnostics } = host.load(host.resolve(reference, base === '' ? '' : uriOf(base)));
  return {
    label: value?.label,
    text: value === undefined ? undefined : new TextDecoder().decode(value.bytes),
    codes: diagnostics.map(({ code }) => code),
    messages: diagnostics.map(({ message, hint }) => `${message} (${hint ?? ''})`),
  };
}

describe('references to files', () => {
  test.each([
    { reference: 'main.xsd', base: '', label: 'main.xsd' },
    { reference: './xsd/Message.xsd', base: '', label: 'xsd/Message.xsd' },
    { reference: 'xsd/Message.xsd', label: 'xsd/Message.xsd' },
    { reference: '  xsd/Message.xsd\n', label: 'xsd/Message.xsd' },
    { reference: '../main.xsd', base: 'xsd/Message.xsd', label: 'main.xsd' },
    { reference: 'main.xsd#fragment', label: 'main.xsd' },
    { reference: 'main.xsd?query', label: 'main.xsd' },
    { reference: 'with%20space.xsd', label: 'with space.xsd' },
    { reference: 'with space.xsd', label: 'with space.xsd' },
    { reference: 'per%20cent.xsd', label: 'per%20cent.xsd' },
    { reference: 'per%2520cent.xsd', label: 'per%20cent.xsd' },
    { reference: 'hash#1.xsd', label: 'hash#1.xsd' },
    { reference: 'hash%231.xsd', label: 'hash#1.xsd' },
    { reference: '{Template}.xsd', label: '{Template}.xsd' },
    { reference: 'Gr%C3%B6%C3%9Fe.xsd', label: 'Größe.xsd' },
    { reference: 'Gro\u0308ße.xsd', label: 'Größe.xsd', codes: ['SRC1005'] },
    { reference: '', base: 'xsd/Message.xsd', label: 'xsd/Message.xsd' },
    { reference: 'xsd/message.xsd', label: 'xsd/Message.xsd', codes: ['SRC1005'] },
    { reference: 'XSD/MESSAGE.XSD', label: 'xsd/Message.xsd', codes: ['SRC1005'] },
    { reference: 'two/same.xsd', label: 'two/same.xsd' },
    { reference: 'two/SAme.xsd', label: 'two/SAME.xsd', codes: ['SRC1005'] },
    { reference: 'xsd\\Message.xsd', label: 'xsd/Message.xsd', codes: ['SRC1006'] },
    { reference: 'XSD\\Message.xsd', label: 'xsd/Message.xsd', codes: ['SRC1005', 'SRC1006'] },
  ])('finds $reference from $base', ({ reference, base, label, codes = [] }) => {
    const result = loaded(reference, base);
    expect(result).toMatchObject({ label, codes });
    expect(result.text).toMatch(/^</);
  });

  test('takes absolute paths and file URIs', () => {
    expect(loaded(join(folder, 'main.xsd')).label).toBe('main.xsd');
    expect(loaded(uriOf('main.xsd')).label).toBe('main.xsd');
    expect(loaded(uriOf('main.xsd').replace('file:///', 'file:/')).label).toBe('main.xsd');
    expect(loaded(uriOf('main.xsd').replace('file:///', 'file://localhost/')).label).toBe('main.xsd');
  });

  test('gives one URI to one file, however it is referred to', () => {
    const { value: host } = hostOver();
    const uris = ['xsd/Message.xsd', 'XSD/message.xsd', 'xsd\\Message.xsd', './xsd/../xsd/Message.xsd'];
    expect(new Set(uris.map((uri) => host.resolve(uri, uriOf('main.xsd')))).size).toBe(1);
  });

  test('labels what lies outside of the working folder by the way to it', () => {
    const { value: host } = hostOver({ workingFolder: join(folder, 'xsd') });
    expect(host.load(uriOf('deep/mapped.xsd')).value?.label).toBe('../deep/mapped.xsd');
  });

  test('says a remark again for the next reference, and only then', () => {
    const { value: host } = hostOver();
    const uri = host.resolve('xsd/message.xsd', uriOf('main.xsd'));
    expect(host.load(uri).diagnostics).toHaveLength(1);
    expect(host.load(uri).diagnostics).toHaveLength(0);
    host.resolve('xsd/message.xsd', uriOf('main.xsd'));
    expect(host.load(uri).diagnostics).toHaveLength(1);
  });
});

describe('documents that cannot be had', () => {
  test.each([
    { reference: 'xsd/GetyDerGroup.xsd', code: 'SRC1001', says: /the folder has GetDerGroup\.xsd/ },
    {
      reference: 'nowhere/nothing.xsd',
      code: 'SRC1001',
      says: /there is no file nowhere\/nothing\.xsd .*catalog\.xml/,
    },
    { reference: 'main.xsd/inside.xsd', code: 'SRC1001', says: /main\.xsd\/inside\.xsd/ },
    { reference: 'circle', code: 'SRC1002', says: /links run in a circle/ },
    { reference: `${'x'.repeat(300)}.xsd`, code: 'SRC1002', says: /name is too long/ },
    { reference: 'xsd', code: 'SRC1003', says: /xsd is a folder, expected a file/ },
    { reference: 'pipe.xsd', code: 'SRC1003', says: /is a pipe/ },
    { reference: '/dev/zero', code: 'SRC1003', says: /is a device/ },
    {
      reference: 'large.xsd',
      code: 'SRC1004',
      says: /has 2000 bytes, the limit for a model document is 1000/,
    },
    { reference: 'http://example.org/x.xsd', code: 'SRC1007', says: /catalog\.xml, or allow the network/ },
    { reference: 'HTTPS://example.org/x.xsd', code: 'SRC1007', says: /network is not allowed/ },
    {
      reference: '\\\\server\\share\\x.xsd',
      code: 'SRC1007',
      says: /file:\/\/server\/share\/x\.xsd is on the network/,
    },
    { reference: 'file://server/share/x.xsd', code: 'SRC1007', says: /network is not allowed/ },
    { reference: 'urn:example:x', code: 'SRC1009', says: /a URN names a document, but no place/ },
    { reference: 'ftp://example.org/x.xsd', code: 'SRC1009', says: /not from ftp/ },
    { reference: 'data:text/xml,<a/>', code: 'SRC1009', says: /not from data/ },
    { reference: 'nul\0.xsd', code: 'SRC1009', says: /no file/ },
    { reference: 'nul%00.xsd', code: 'SRC1009', says: /no file/ },
    { reference: 'C:\\schemas\\x.xsd', code: 'SRC1001', says: /C:\/schemas\/x\.xsd/ },
    { reference: 'latin.xsd', code: 'SRC1010', says: /in encoding x-none/ },
    { reference: 'half.xsd', code: 'SRC1011', says: /not valid UTF-16LE: see the byte at offset 2/ },
    { reference: 'lying.xsd', code: 'SRC1012', says: /declares encoding utf-16, but its bytes are UTF-8/ },
  ])('$code for $reference', ({ reference, code, says }) => {
    const result = loaded(reference);
    expect(result.codes).toEqual([code]);
    expect(result.text).toBeUndefined();
    expect(result.messages[0]).toMatch(says);
  });

  test('leaves NUL bytes to the parser', () => {
    expect(loaded('nul.xsd')).toMatchObject({ text: '<a>\0</a>', codes: [] });
  });

  test.each(['%', '%zz', ':', '://', 'file://', 'http:', '\u{d800}', '//', 'a'.repeat(100_000)])(
    'does not throw at %j',
    (reference) => {
      expect(loaded(reference).text).toBeUndefined();
    },
  );
});

describe('catalogs', () => {
  const messages = (options: Partial<FileSourceHostOptions>): readonly string[] =>
    hostOver(options).diagnostics.map(({ code, message }) => `${code} ${message}`);

  test('come upon in a folder above the input', () => {
    const options = { inputFolders: ['deep/er'] };
    expect(messages(options)).toEqual(['SRC1013 references are looked up in the catalog deep/catalog.xml']);
    expect(loaded('http://example.org/a.xsd', 'main.xsd', options)).toMatchObject({
      label: 'deep/mapped.xsd',
      codes: [],
    });
  });

  test('come upon beside the configuration', () => {
    expect(messages({ configFolder: join(folder, 'deep') })).toHaveLength(1);
  });

  test('named', () => {
    expect(messages({ catalogs: ['deep/catalog.xml'], inputFolders: ['other'] })).toEqual([
      'SRC1013 references are looked up in the catalog deep/catalog.xml',
    ]);
  });

  test('named, but something else or not there', () => {
    expect(messages({ catalogs: ['other/catalog.xml'] })[0]).toMatch(/^SRC1014 .*its root is products/);
    expect(messages({ catalogs: ['nothing.xml'] })[0]).toMatch(/^SRC1001/);
  });

  test('come upon, but something else', () => {
    expect(messages({ inputFolders: ['other'] })).toEqual([]);
  });
});

describe('the network', () => {
  // The host blocks while it waits, so the server lives in another process.
  const SERVER = `
    require('node:http').createServer((request, response) => {
      if (request.url === '/a.xsd') {
        response.setHeader('content-type', 'text/xml; charset=iso-8859-1');
        response.end(Buffer.from('<\\xe9/>', 'latin1'));
      } else if (request.url === '/large.xsd') response.end('<a/>'.padEnd(5000));
      else if (request.url !== '/slow.xsd') { response.statusCode = 404; response.end(); }
    }).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

  test('is asked when it is allowed', async () => {
    const server = spawn(process.execPath, ['--eval', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const port = await new Promise<string>((done) => {
        server.stdout.once('data', (line: Buffer) => {
          done(line.toString().trim());
        });
      });
      const { value: host } = hostOver({ allowNetwork: true, networkTimeoutMs: 1500 });
      const answers = ['a.xsd', 'large.xsd', 'missing.xsd', 'slow.xsd'].map((name) => {
        const { value, diagnostics } = host.load(`http://127.0.0.1:${port}/${name}`);
        return value === undefined
          ? diagnostics.map(({ message }) => message).join()
          : new TextDecoder().decode(value.bytes);
      });
      expect(answers.map((answer) => answer.replace(port, 'PORT'))).toEqual([
        '<é/>',
        'http://127.0.0.1:PORT/large.xsd cannot be fetched: it has more than 1000 bytes',
        'http://127.0.0.1:PORT/missing.xsd cannot be fetched: the server answers 404 Not Found',
        'http://127.0.0.1:PORT/slow.xsd cannot be fetched: no answer within 1500 ms',
      ]);
    } finally {
      server.kill();
    }
  });
});
