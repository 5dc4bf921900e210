import type { ShownBooking } from '../documents/bookings.js';
import { drawHeader, drawTitle } from './booking/header.js';
import { drawHistory } from './booking/history.js';
import { drawSpots, drawSums } from './booking/spots.js';
import type { BookingView } from './booking/view.js';
import { safe } from './safe.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';

/**
 * One booking in full: who and what, every spot, what is to be paid, and its history.
 *
 * @param zone the IANA zone of its platform: instants are told by its clocks
 */
export function drawBooking(booking: ShownBooking, zone: string, options: ViewOptions): string {
  const view: BookingView = {
    booking: safe(booking),
    zone,
    language: options.language,
    width: widthFor(options),
    paint: paintFor(options.colour),
  };
  const lines = [
    ...drawTitle(view),
    ...drawHeader(view),
    '',
    ...drawSpots(view),
    '',
    ...drawSums(view),
    '',
    ...drawHistory(view),
  ];
  return `${lines.join('\n')}\n`;
}
