import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutBucketWebsiteCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BucketSettings } from '../../cms/publishing/targets/bucket/index.ts';
import { buildGoServer } from './goServer.ts';

/** What stands in for a bucket's host for one request: an answer of its own, or nothing, to let the real server answer. */
type Fault = (method: string, key: string) => { status: number; code: string } | 'hang' | undefined;

/** A bucket on a real S3-speaking server, reached through a gate that counts what is asked and can fail in its place. */
export interface TestBucket {
  settings: BucketSettings;
  /** Writes and removals that reached the server, as `PUT en/index.html`, in order. */
  asked: string[];
  fail(fault: Fault | undefined): void;
  keys(): Promise<string[]>;
  head(key: string): Promise<HeadObjectCommandOutput>;
  /** Writes or removes an object past the site, as somebody else would. */
  put(key: string, body: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** Copies an object with all that the site noted on it, as a restored backup does. */
  putBack(from: string, key: string): Promise<void>;
  /** The object as a reader of the static website meets it. */
  visit(path: string): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>;
  close(): Promise<void>;
}

const keys = { accessKeyId: 'test-access', secretAccessKey: 'test-secret-of-the-bucket' };
const bucket = 'families';

export async function startBucket(): Promise<TestBucket> {
  const binary = await buildGoServer('s3');
  const folder = await mkdtemp(join(tmpdir(), 'alongside-bucket-'));
  const [api, website] = [await freePort(), await freePort()];
  const server = spawn(binary, [`127.0.0.1:${api}`, `127.0.0.1:${website}`, folder, keys.accessKeyId, keys.secretAccessKey], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  await answers(api, server);
  const gate = await openGate(api);
  const client = new S3Client({ region: 'us-east-1', endpoint: `http://127.0.0.1:${api}`, forcePathStyle: true, credentials: keys });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource: [`arn:aws:s3:::${bucket}/*`] }],
  });
  await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }));
  const WebsiteConfiguration = { IndexDocument: { Suffix: 'index.html' }, ErrorDocument: { Key: '404.html' } };
  await client.send(new PutBucketWebsiteCommand({ Bucket: bucket, WebsiteConfiguration }));
  return {
    settings: { bucket, region: 'us-east-1', ...keys, endpoint: `http://127.0.0.1:${gate.port}` },
    asked: gate.asked,
    fail: gate.fail,
    async keys() {
      const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      return (Contents ?? []).flatMap(({ Key }) => Key ?? []);
    },
    head: (Key) => client.send(new HeadObjectCommand({ Bucket: bucket, Key })),
    put: async (Key, Body) => void (await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))),
    remove: async (Key) => void (await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }))),
    async putBack(from, Key) {
      const { Body, Metadata, ContentType } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: from }));
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Metadata, ContentType, Body: await Body?.transformToByteArray() }));
    },
    visit: (path) => visit(website, path),
    async close() {
      client.destroy();
      gate.close();
      server.stdin.end();
      await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Passes requests on to the server. The signature covers the host that the client named, so that headers go through as they are. */
async function openGate(api: number) {
  const asked: string[] = [];
  let fault: Fault | undefined;
  const listener: RequestListener = (request, response) => {
    const { method = '', url = '', headers } = request;
    const key = decodeURIComponent(new URL(url, 'http://gate').pathname.slice(`/${bucket}/`.length));
    const failure = fault?.(method, key);
    if (failure === 'hang') return;
    if (failure) {
      request.resume();
      const body = method === 'HEAD' ? '' : `<?xml version="1.0"?><Error><Code>${failure.code}</Code><Message>${failure.code}</Message></Error>`;
      response.writeHead(failure.status, { 'Content-Type': 'application/xml' }).end(body);
      return;
    }
    if (method === 'PUT' || method === 'DELETE') asked.push(`${method} ${key}`);
    const passed = httpRequest({ host: '127.0.0.1', port: api, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.once('error', () => response.destroy());
    request.pipe(passed);
  };
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    asked,
    port: (server.address() as AddressInfo).port,
    fail(next: Fault | undefined) {
      fault = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function visit(port: number, path: string): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; headers: IncomingHttpHeaders; body: string }>();
  httpRequest({ host: '127.0.0.1', port, path, headers: { host: bucket } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() }));
  })
    .once('error', reject)
    .end();
  return promise;
}

async function answers(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`The S3 server ended with ${server.exitCode} before it was ready.`);
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('The S3 server did not answer within 10 s.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
