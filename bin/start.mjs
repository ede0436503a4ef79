// npm start: from a bare machine to a running server.
import { ensureBuild, ensureMessages, ensureParts, main, run, say, Stop } from './prepare.mjs';

const usage = `Cara menjalankan Klinik Koperasi:
  npm start              peragaan pada basis data baru; selanjutnya sesuai isinya
  npm start -- --real    untuk dipakai sungguhan (dimulai kosong)
  npm start -- --demo    peragaan, juga pada basis data luar
  npm run dev            untuk pengembang: memuat ulang saat kode berubah`;

main(async () => {
	const args = process.argv.slice(2);
	if (args.includes('--help')) {
		process.stdout.write(`${usage}\n`);
		return;
	}
	const unknown = args.find((arg) => !['--real', '--demo', '--dev'].includes(arg));
	if (unknown) throw new Stop(`Pilihan "${unknown}" tidak dikenal.\n${usage}`);
	if (args.includes('--real') && args.includes('--demo')) throw new Stop('Pilih salah satu: --real atau --demo.');
	say('Klinik Koperasi sedang disiapkan …');
	await ensureParts();
	await (args.includes('--dev') ? ensureMessages() : ensureBuild());
	run(['bin/serve.ts', ...args]);
});
