import type { Env } from '../../env.ts';
import { beforeLaunch, type Finding, fine } from './finding.ts';

/** What the settings say, without asking anything else. */
export function settingsFindings(env: Env): Finding[] {
  return [address('Site address', 'SITE_URL', env.SITE_URL), address('Admin address', 'CMS_URL', env.CMS_URL), secret(env), search(env), targets(env)];
}

function address(what: string, setting: string, url: string): Finding {
  const { protocol, hostname } = new URL(url);
  if (['localhost', '127.0.0.1'].includes(hostname))
    return beforeLaunch(what, `${url} is this machine only: set ${setting} to the public https:// address. Links, QR codes and sign-in hang on it.`);
  return protocol === 'https:' ? fine(what, url) : beforeLaunch(what, `${url} is not encrypted: serve it over https:// and set ${setting}.`);
}

function secret(env: Env): Finding {
  if (env.PAYLOAD_SECRET) return fine('Secret', 'PAYLOAD_SECRET is set.');
  return fine('Secret', `made at random and kept in ${env.dataDir}/secret. With more than one machine, give all of them the same PAYLOAD_SECRET.`);
}

function search(env: Env): Finding {
  if (!env.ALGOLIA_APP_ID) return fine('Search', "the site's own index (Pagefind); no search leaves the host.");
  if (!env.ALGOLIA_WRITE_KEY) return beforeLaunch('Search', 'Algolia answers searches, but without ALGOLIA_WRITE_KEY nothing is sent to it: set that key.');
  return fine('Search', `Algolia, app ${env.ALGOLIA_APP_ID}.`);
}

function targets({ dataDir, S3_BUCKET, S3_PREFIX }: Env): Finding {
  const folder = `${dataDir}/site`;
  return fine('Goes to', S3_BUCKET ? `${folder} and the bucket ${[S3_BUCKET, S3_PREFIX].filter(Boolean).join('/')}.` : `${folder}.`);
}
