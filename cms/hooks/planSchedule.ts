import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { isScheduled } from '../collections/scheduled.ts';
import { type Said, said } from '../fields/said.ts';
import { isLocale } from '../library/locales.ts';
import { isPublicCollection } from '../library/sections.ts';
import { instantsOf, type WallTime } from '../publishing/schedules/clock.ts';
import { type DocumentIn, isPossibleId, mainRow, printOf, publicPrint, textOf, type Version, versionOf, writtenFields } from '../publishing/schedules/texts.ts';
import { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { takenFrom, whatHappens } from './takenAddress.ts';

type Data = Record<string, unknown>;

/**
 * Fills in what a plan is held to: the moment, who planned it, exactly which version goes out and what families saw then. Refuses a time that has
 * passed or that the clock never shows, and a document or version that is not there. Afterwards a plan can only be cancelled while it waits.
 */
export const planSchedule: CollectionBeforeChangeHook = async ({ context, data, operation, originalDoc, req }) => {
  if (operation === 'create') return { ...data, ...(await planned(req, data)) };
  if (context.carryingOut) return data;
  if (data.state !== undefined && data.state !== originalDoc?.state && (data.state !== 'cancelled' || originalDoc?.state !== 'waiting')) {
    throw new Refusal(req, onlyCancel, 409);
  }
  return data;
};

async function planned(req: PayloadRequest, data: Data): Promise<Data> {
  const { documentCollection: collection, locale } = data;
  const id = String(data.documentId ?? '');
  const zone = data.zone || (await programZone(req));
  const filled = {
    zone,
    state: 'waiting',
    by: req.user?.collection === 'staff' ? req.user.id : null,
    carriedOutAt: null,
    error: null,
  };
  const at = momentOf(req, { ...data, zone });
  // What is missing or malformed is refused by its field, right after this.
  if (!at || !isScheduled(collection) || !isLocale(locale) || !id) return filled;
  const document = { collection, id, locale };
  const within = () => ({ transactionID: req.transactionID }) as Partial<PayloadRequest>;
  const row = isPossibleId(req.payload, id) ? await mainRow(req.payload, document, within) : undefined;
  if (!row || row.deletedAt) refuseField(req, 'documentId', notThere);
  if (await isPlanned(req, document, at)) refuseField(req, 'time', already);
  const seen = await publicPrint(req.payload, document, within);
  if (data.action !== 'publish') return { ...filled, at, version: null, versionSavedAt: null, prints: { chosen: {}, seen } };
  const version = await chosenVersion(req, document, data.version, within);
  await refuseTakenAddress(req, document, version);
  const chosen = printOf(textOf(writtenFields(req.payload, collection), version.version));
  return { ...filled, at, version: String(version.id), versionSavedAt: version.updatedAt, prints: { chosen, seen } };
}

async function chosenVersion(req: PayloadRequest, document: DocumentIn, given: unknown, within: () => Partial<PayloadRequest>): Promise<Version> {
  const version = await versionOf(req.payload, document, within, typeof given === 'string' && given ? given : undefined);
  if (!version) refuseField(req, 'version', noVersion);
  const seen = req.searchParams?.get('seen');
  if (seen && Date.parse(seen) !== Date.parse(version.updatedAt)) throw new Refusal(req, savedSince, 409);
  const title = req.payload.collections[document.collection].config.admin.useAsTitle ?? 'id';
  if (!version.version[title]) refuseField(req, 'locale', noText);
  // An autosave writes over the newest version while that is one of its own: this one has to stay as it is.
  if (version.autosave)
    await req.payload.db.updateVersion({
      collection: document.collection,
      id: version.id,
      versionData: { autosave: false } as never,
      req: within(),
    });
  return version;
}

/** Nobody is there to answer when the time comes, so that the question is asked, and answered, before. */
async function refuseTakenAddress(req: PayloadRequest, { collection, id, locale }: DocumentIn, { version: { slug } }: Version): Promise<void> {
  if (!isPublicCollection(collection) || typeof slug !== 'string' || !slug) return;
  const taken = await takenFrom(req, { collection, id, locale, slug });
  if (!taken) return;
  const { en, es } = await whatHappens(req, taken);
  refuseField(req, 'locale', said(`${en} ${notByPlan.en}`, `${es} ${notByPlan.es}`));
}

async function isPlanned(req: PayloadRequest, { collection, id, locale }: DocumentIn, at: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'schedules',
    where: {
      state: { equals: 'waiting' },
      documentCollection: { equals: collection },
      documentId: { equals: id },
      locale: { equals: locale },
      at: { equals: at },
    },
    req: { transactionID: req.transactionID } as Partial<PayloadRequest>,
  });
  return totalDocs > 0;
}

function momentOf(req: PayloadRequest, { day, time, zone }: Data): string | undefined {
  if (typeof day !== 'string' || typeof time !== 'string' || typeof zone !== 'string') return undefined;
  let instants: string[];
  try {
    instants = instantsOf({ day, time, zone });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const [at] = instants;
  if (at === undefined) refuseField(req, 'time', skipped({ day, time, zone }));
  if (instants.length > 1) refuseField(req, 'time', twice({ day, time, zone }));
  if (Date.parse(at) <= Date.now()) refuseField(req, 'time', passed);
  return at;
}

async function programZone(req: PayloadRequest): Promise<string> {
  const { zone } = (await req.payload.findGlobal({ slug: 'program', depth: 0, req: { transactionID: req.transactionID } as never })) as {
    zone?: string | null;
  };
  return zone || 'America/New_York';
}

function refuseField(req: PayloadRequest, path: string, message: Said): never {
  return refuse(req, [{ path, message }], { collection: 'schedules' });
}

const onlyCancel = said(
  'A planned publication can only be cancelled, and only while it waits. For anything else, plan another one.',
  'Una publicación programada solo se puede cancelar, y solo mientras espera. Para lo demás, programe otra.',
);
const notThere = said('There is no such document, or it is in the trash. Choose another one.', 'Ese documento no existe o está en la papelera. Elija otro.');
const noVersion = said(
  'There is no such version of this document. Load the page again and choose one.',
  'Esa versión del documento no existe. Cargue la página de nuevo y elija una.',
);
const savedSince = said(
  'The document was saved again after you opened this. Read it once more, then plan it.',
  'El documento se guardó de nuevo después de que usted abrió esto. Léalo otra vez y después prográmelo.',
);
const noText = said(
  'This version has no text in this language yet. Write it first, then plan it.',
  'Esta versión todavía no tiene texto en este idioma. Escríbalo primero y después prográmelo.',
);
const notByPlan = said(
  'A plan cannot take it: publish it yourself, or choose another address and plan that.',
  'Una publicación programada no puede tomarla: publíquela en persona o elija otra dirección y prográmela.',
);
const already = said(
  'Something is planned for this language at this time already. Cancel that first, or choose another time.',
  'Ya hay algo programado para este idioma a esta hora. Cancele eso primero o elija otra hora.',
);
const passed = said('This time has passed. Choose one that is still to come.', 'Esta hora ya pasó. Elija una que todavía no haya llegado.');
const skipped = ({ day, time }: WallTime) =>
  said(
    `On ${day} the clocks are put forward, and it is never ${time} in this zone. Choose an earlier or a later time.`,
    `El ${day} se adelantan los relojes, y en esta zona nunca son las ${time}. Elija una hora anterior o posterior.`,
  );
const twice = ({ day, time }: WallTime) =>
  said(
    `On ${day} the clocks are put back, and it is ${time} twice in this zone. Choose an earlier or a later time.`,
    `El ${day} se atrasan los relojes, y en esta zona las ${time} llegan dos veces. Elija una hora anterior o posterior.`,
  );
