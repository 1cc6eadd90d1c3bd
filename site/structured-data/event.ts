import type { DateView } from '../../cms/library/queries/workshopDates.ts';
import type { WorkshopView } from '../../cms/library/queries/workshops.ts';
import { context, type JsonLd, type Place } from './site.ts';

/**
 * The coming dates of a workshop as https://schema.org/Event, and only of one that staff chose to advertise: search engines spread events widely, and
 * many of these rooms are for invited families alone. States as https://developers.google.com/search/docs/appearance/structured-data/event asks for them.
 */
export function eventData(workshop: WorkshopView, place: Place): JsonLd[] {
  if (!workshop.advertise) return [];
  return workshop.dates.map((date) => ({
    ...context,
    '@type': 'EducationEvent',
    name: date.topic ? `${workshop.title}: ${date.topic.title}` : workshop.title,
    description: date.topic?.summary || workshop.summary,
    url: place.url,
    inLanguage: workshop.languages,
    startDate: date.start,
    endDate: date.end,
    eventStatus: `https://schema.org/${date.cancelled ? 'EventCancelled' : date.movedFrom ? 'EventRescheduled' : 'EventScheduled'}`,
    ...(date.movedFrom ? { previousStartDate: date.movedFrom } : {}),
    eventAttendanceMode: `https://schema.org/${attendance[workshop.format]}`,
    location: locationData(workshop, date, place),
    organizer: { '@type': 'Organization', name: place.name, url: place.origin },
    isAccessibleForFree: workshop.cost === 'free',
  }));
}

const attendance = { 'in-person': 'OfflineEventAttendanceMode', online: 'OnlineEventAttendanceMode', both: 'MixedEventAttendanceMode' } as const;

function locationData(workshop: WorkshopView, date: DateView, place: Place) {
  const room = date.place && { '@type': 'Place', name: date.place.name, address: date.place.address };
  const online = { '@type': 'VirtualLocation', url: place.url };
  if (workshop.format === 'online') return online;
  return workshop.format === 'both' ? [room, online].filter(Boolean) : room;
}
