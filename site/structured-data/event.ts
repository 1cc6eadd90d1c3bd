import type { DateView, WorkshopView } from '../../cms/library/queries/workshops.ts';
import { context, type JsonLd, type Place } from './site.ts';

/**
 * The coming dates of a workshop as https://schema.org/Event, and only of one that staff chose to advertise: search engines spread events widely, and
 * many of these rooms are for invited families alone. A date on a day when the program is closed is left out until staff say what becomes of it.
 */
export function eventData(workshop: WorkshopView, place: Place): JsonLd[] {
  if (!workshop.advertise) return [];
  return workshop.dates
    .filter((date) => date.cancelled || !date.closed)
    .map((date) => ({
      ...context,
      '@type': 'EducationEvent',
      name: workshop.title,
      description: workshop.summary,
      url: place.url,
      inLanguage: workshop.languages,
      startDate: date.start,
      endDate: date.end,
      eventStatus: `https://schema.org/${date.cancelled ? 'EventCancelled' : 'EventScheduled'}`,
      eventAttendanceMode: `https://schema.org/${attendance[workshop.format]}`,
      location: locationData(workshop, date, place),
      organizer: { '@type': 'Organization', name: place.name, url: place.origin },
      isAccessibleForFree: true,
    }));
}

const attendance = { 'in-person': 'OfflineEventAttendanceMode', online: 'OnlineEventAttendanceMode', both: 'MixedEventAttendanceMode' } as const;

function locationData(workshop: WorkshopView, date: DateView, place: Place) {
  const room = date.place && { '@type': 'Place', name: date.place.name, address: date.place.address };
  const online = { '@type': 'VirtualLocation', url: place.url };
  if (workshop.format === 'online') return online;
  return workshop.format === 'both' ? [room, online].filter(Boolean) : room;
}
