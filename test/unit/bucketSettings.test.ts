import { expect, test } from 'vitest';
import { readEnv } from '../../cms/env.ts';

const whole = { S3_BUCKET: 'families', S3_REGION: 'us-east-1', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret' };

test('a bucket needs its four settings together; empty ones count as none', () => {
  expect(readEnv({ S3_BUCKET: '', S3_REGION: '', S3_PREFIX: '' }).S3_BUCKET).toBeUndefined();
  expect(readEnv(whole)).toMatchObject(whole);
});

test.each(Object.keys(whole))('without %s the error names it, once', (name) => {
  const { [name as keyof typeof whole]: _left, ...rest } = whole;
  expect(() => readEnv(rest)).toThrow(new RegExp(`^[^\\n]*\\n  ${name} must be set too: [^\\n]*$`));
});

test('a prefix or an endpoint without a bucket is a mistake that is said', () => {
  expect(() => readEnv({ S3_ENDPOINT: 'https://s3.example.net' })).toThrow(/S3_BUCKET, S3_REGION.* must be set too/);
});

test('a prefix has no slashes at its ends', () => {
  expect(readEnv({ ...whole, S3_PREFIX: '/families/site/' }).S3_PREFIX).toBe('families/site');
});
