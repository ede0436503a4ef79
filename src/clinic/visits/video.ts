/** The room of a video appointment on a Jitsi server: any name opens a room, so the name is one that nobody guesses. */
export const videoRoom = (server: string, secret: string): string => `${server}/klinik-${secret.slice(0, 24)}`;
