/** How many coming dates a workshop's page shows before it is asked for more. Each has a calendar entry of its own. */
export const datesInSight = 4;
