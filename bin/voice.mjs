// Renders what the board in the waiting room says into static/antrean/suara: `node bin/voice.mjs`. Needs espeak-ng and lame.
// The pieces are kept with the sources; this is run again only when a piece is added or another voice is wanted.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const into = resolve(import.meta.dirname, '../static/antrean/suara');
mkdirSync(into, { recursive: true });

const words = Object.fromEntries(
	[
		['0 nol', '1 satu', '2 dua', '3 tiga', '4 empat', '5 lima', '6 enam', '7 tujuh', '8 delapan', '9 sembilan'],
		// Letters as words: spelt singly the voice reads some of them in English.
		'a a,b be,c ce,d de,e e,f ef,g ge,h ha,i i,j je,k ka,l el,m em,n en,o o,p pe,q ki,r er,s es,t te,u u,v fe,w we,x eks,y ye,z zet'.split(
			','
		)
	]
		.flat()
		.map((pair) => pair.split(' '))
);
const sentences = {
	'nomor-antrean': 'nomor antrean',
	'silakan-ke-ruang': 'silakan ke ruang',
	'silakan-ke-loket': 'silakan ke loket',
	'silakan-lihat-layar': 'silakan ke ruang yang tertulis di layar'
};
const rate = 22_050;

const mp3 = (/** @type {string} */ name, /** @type {Buffer} */ wave, bits = 32) =>
	execFileSync(
		'lame',
		['--quiet', '-m', 'm', '-b', String(bits), '--resample', '22.05', '-', join(into, `${name}.mp3`)],
		{
			input: wave
		}
	);

for (const [name, text] of Object.entries({ ...words, ...sentences }))
	mp3(name, execFileSync('espeak-ng', ['-v', 'id', '-s', '135', '-p', '45', '-a', '180', '--stdout', text]));

// The chimes are sums of fading sines: [frequency, begin, length] in hertz and seconds.
mp3(
	'bel',
	chime([
		[784, 0, 1.1],
		[587, 0.45, 1.3]
	]),
	48
);
mp3('masuk', chime([[880, 0, 0.5]]), 48);

/** @param {[number, number, number][]} notes */
function chime(notes) {
	const length = Math.round(rate * Math.max(...notes.map(([, at, lasts]) => at + lasts)));
	const wave = Buffer.alloc(44 + length * 2);
	wave.write('RIFF', 0);
	wave.writeUInt32LE(36 + length * 2, 4);
	wave.write('WAVEfmt ', 8);
	wave.writeUInt32LE(16, 16);
	wave.writeUInt16LE(1, 20);
	wave.writeUInt16LE(1, 22);
	wave.writeUInt32LE(rate, 24);
	wave.writeUInt32LE(rate * 2, 28);
	wave.writeUInt16LE(2, 32);
	wave.writeUInt16LE(16, 34);
	wave.write('data', 36);
	wave.writeUInt32LE(length * 2, 40);
	for (let place = 0; place < length; place++) {
		let value = 0;
		for (const [hertz, at, lasts] of notes) {
			const since = place / rate - at;
			if (since >= 0 && since < lasts)
				value += Math.sin(2 * Math.PI * hertz * since) * Math.exp(-3.2 * since) * Math.min(1, since * 80) * 0.5;
		}
		wave.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_000), 44 + place * 2);
	}
	return wave;
}
