import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import type { AppointmentState, Way } from '../appointments.ts';

export const wayWords: Readonly<Record<Way, () => string>> = {
	faceToFace: m.appt_way_face,
	phone: m.appt_way_phone,
	video: m.appt_way_video
};
export const wayHints: Readonly<Record<Way, () => string>> = {
	faceToFace: m.appt_way_face_hint,
	phone: m.appt_way_phone_hint,
	video: m.appt_way_video_hint
};
export const wayIcons: Readonly<Record<Way, IconName>> = { faceToFace: 'building', phone: 'phone', video: 'eye' };

export const appointmentStateWords: Readonly<Record<AppointmentState, () => string>> = {
	held: m.appt_state_held,
	lapsed: m.appt_state_lapsed,
	booked: m.appt_state_booked,
	arrived: m.appt_state_arrived,
	noShow: m.appt_state_no_show,
	cancelled: m.appt_state_cancelled
};
export const appointmentStateTones: Readonly<Record<AppointmentState, Tone>> = {
	held: 'still',
	lapsed: 'still',
	booked: 'house',
	arrived: 'good',
	noShow: 'warn',
	cancelled: 'still'
};
