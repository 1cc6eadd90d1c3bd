import { expect, test } from 'vitest';
import { namesMeetingRoom } from '../../cms/fields/meetingRoom.ts';

test.each([
  'Join at https://zoom.us/j/81234567890?pwd=abc',
  'us02web.zoom.us/j/81234567890',
  'https://clinic.zoomgov.com/my/family',
  'https://meet.google.com/abc-defg-hij',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x',
  'https://teams.live.com/meet/9356789',
  'https://clinic.webex.com/meet/rosa',
  'https://clinic.webex.com/clinic/j.php?MTID=m1234',
  'https://whereby.com/family-room',
  'https://doxy.me/rosa',
  'https://meet.jit.si/FamilyEvening',
  'https://discord.gg/xyz',
  'Meeting ID: 812 3456 7890',
  'ID de la reunión: 812 3456 7890',
])('%s gives away a room', (text) => {
  expect(namesMeetingRoom(text)).toBe(true);
});

test.each([
  'We send the Zoom link when you register.',
  'How to install Zoom: https://support.zoom.us/hc/en-us',
  'https://zoom.us/download',
  'We meet on Webex; see https://www.webex.com/',
  'https://www.samhsa.gov/find-help/national-helpline',
  'Call 555-0100 to meet us in room 4.',
  'https://whereby.com/information/help',
])('%s gives away none', (text) => {
  expect(namesMeetingRoom(text)).toBe(false);
});
