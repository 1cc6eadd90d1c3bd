/**
 * The publisher for `process.execPath`. It lives for weeks beside two other programs, so that it is to give memory back rather than save a little time: by
 * itself, V8 lets it grow to twice of this before it looks for what is no longer needed.
 */
export const publisherProcess = ['--max-semi-space-size=16', '--heap-growing-percent=50', 'cms/publishing/publisher.ts'];
