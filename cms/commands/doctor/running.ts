import type { Env } from '../../env.ts';
import { beforeLaunch, type Finding, fine } from './finding.ts';

/** Whether the site and the admin answer on this machine now. */
export async function runningFindings(env: Pick<Env, 'PORT' | 'CMS_PORT'>): Promise<Finding[]> {
  return Promise.all([answers('Site', `http://localhost:${env.PORT}/en/`), answers('Admin', `http://localhost:${env.CMS_PORT}/api/health`)]);
}

async function answers(what: string, url: string): Promise<Finding> {
  try {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return ok ? fine(what, 'answers.') : beforeLaunch(what, `answers ${status} at ${url}: look at what npm start says.`);
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return beforeLaunch(what, `does not answer at ${url} (${cause?.code ?? message}): npm start runs it.`);
  }
}
