import type { ShownBooking } from '../../documents/bookings.js';
import type { Language } from '../../lang/text.js';
import type { Page } from '../page.js';

/** A booking as the parts of its view need it: every text in it safe to print. */
export interface BookingView extends Page {
  readonly booking: ShownBooking;
  readonly language: Language;
  /** IANA zone of the platform. */
  readonly zone: string;
}
