import { said } from '../said.ts';

/** Zones of the United States, where programs are; the name is the IANA one. */
export const zones = [
  { value: 'America/New_York', label: said('Eastern', 'Este') },
  { value: 'America/Chicago', label: said('Central', 'Centro') },
  { value: 'America/Denver', label: said('Mountain', 'Montaña') },
  { value: 'America/Phoenix', label: said('Arizona', 'Arizona') },
  { value: 'America/Los_Angeles', label: said('Pacific', 'Pacífico') },
  { value: 'America/Anchorage', label: said('Alaska', 'Alaska') },
  { value: 'Pacific/Honolulu', label: said('Hawaii', 'Hawái') },
  { value: 'America/Puerto_Rico', label: said('Puerto Rico', 'Puerto Rico') },
];
