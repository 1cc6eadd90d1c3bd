import config from '@payload-config';
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes';
import { behindDoors } from '../../../../access/doors.ts';

export const GET = behindDoors(REST_GET(config));
export const POST = behindDoors(REST_POST(config));
export const DELETE = behindDoors(REST_DELETE(config));
export const PATCH = behindDoors(REST_PATCH(config));
export const PUT = behindDoors(REST_PUT(config));
export const OPTIONS = REST_OPTIONS(config);
