import { describe, expect, it } from 'vitest';
import { automaticIn, isForged, plainSubject, withoutQuotes } from '#platform/mail/mail.ts';
import { harmless, parseMail } from '#platform/mail/parse.ts';

const mail = (headers: Record<string, string>, body = 'Halo') =>
	parseMail(
		Buffer.from(
			[
				...Object.entries({
					From: 'Pak Harjo <Harjo@Contoh.ID>',
					To: 'klinik@dinas.contoh.id',
					Subject: 'Tanya RAT',
					'Message-ID': '<satu@contoh.id>',
					...headers
				}).map(([name, value]) => `${name}: ${value}`),
				'',
				body
			].join('\r\n')
		),
		'mx.dinas.contoh.id'
	);

describe('a mail is read', () => {
	it('with its sender, its thread and its words', async () => {
		expect(
			await mail(
				{ 'In-Reply-To': '<dua@dinas>', References: '<nol@dinas> <dua@dinas>' },
				'Terima kasih.\r\n\r\nPada Sen, 2 Mar 2026 dinas menulis:\r\n> Jawaban lama'
			)
		).toMatchObject({
			messageId: '<satu@contoh.id>',
			inReplyTo: '<dua@dinas>',
			references: ['<nol@dinas>', '<dua@dinas>'],
			from: { address: 'harjo@contoh.id', name: 'Pak Harjo' },
			subject: 'Tanya RAT',
			text: 'Terima kasih.',
			html: null,
			automatic: null,
			isForged: false,
			files: [],
			leftOut: []
		});
	});

	it('without a Message-ID it is given one of its bytes, the same each time', async () => {
		const source = Buffer.from('From: a@b.id\r\nSubject: x\r\n\r\nHalo');
		const [first, second] = [await parseMail(source, 'mx'), await parseMail(source, 'mx')];
		expect(first.messageId).toMatch(/^<[0-9a-f]{40}@tanpa-id>$/);
		expect(second.messageId).toBe(first.messageId);
	});

	it('broken or empty, it is still a mail', async () => {
		for (const source of [
			'',
			'tanpa kepala',
			'From: \r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nrusak'
		])
			await expect(parseMail(Buffer.from(source), 'mx')).resolves.toHaveProperty('text');
	});
});

describe('HTML is shown harmless', () => {
	it.each([
		['a script', '<p>Halo</p><script>alert(1)</script>', '<p>Halo</p>'],
		['an event', '<p onclick="alert(1)">Halo</p>', '<p>Halo</p>'],
		['a picture that tells that it was seen', 'Halo<img src="https://pelacak.example/a.gif?id=7">', 'Halo'],
		['a style that fetches', '<p style="background:url(https://pelacak.example/b)">Halo</p>', '<p>Halo</p>'],
		['a style sheet', '<style>@import url(https://x.example)</style>Halo', 'Halo'],
		[
			'a frame, a form, an object',
			'<iframe src="x"></iframe><form action="x"><input></form><object data="x"></object>Halo',
			'Halo'
		],
		[
			'a link that runs',
			'<a href="javascript:alert(1)">Klik</a>',
			'<a rel="noopener noreferrer nofollow" target="_blank">Klik</a>'
		],
		['a drawing that runs', '<svg onload="alert(1)"><script>x</script></svg>Halo', 'Halo'],
		['a base', '<base href="https://x.example/">Halo', 'Halo']
	])('%s', (_, html, left) => expect(harmless(html)).toBe(left));

	it('keeps words, tables and links that open apart', () => {
		const kept = harmless(
			'<table><tr><td colspan="2"><b>Kas</b> <a href="https://contoh.id">situs</a></td></tr></table>'
		);
		expect(kept).toContain('<td colspan="2"><b>Kas</b>');
		expect(kept).toContain('href="https://contoh.id"');
		expect(kept).toContain('rel="noopener noreferrer nofollow"');
	});

	it('its words are read where there is no plain text', async () => {
		const { text, html } = await mail(
			{ 'Content-Type': 'text/html; charset=utf-8' },
			'<p>Satu &amp; dua</p><p>Tiga<img src="http://x.example/p.gif"></p>'
		);
		expect(text).toBe('Satu & dua\nTiga');
		expect(html).not.toContain('x.example');
	});
});

describe('what a machine wrote', () => {
	const headers = (all: Record<string, string>) => new Map(Object.entries(all));
	it.each([
		[{ 'auto-submitted': 'auto-replied; owner-email="a@b"' }, 'reply'],
		[{ 'auto-submitted': 'no' }, null],
		[{ 'x-autoreply': 'yes' }, 'reply'],
		[{ 'list-id': '<warta.contoh.id>' }, 'list'],
		[{ precedence: 'bulk' }, 'list'],
		[{ 'return-path': '<>' }, 'bounce'],
		[{ 'content-type': 'multipart/report; report-type=delivery-status' }, 'bounce'],
		[{ 'x-klinik-koperasi': 'Klinik@Dinas.id' }, 'own'],
		// Another office's answer, by the same program.
		[{ 'x-klinik-koperasi': 'klinik@lain.id' }, null],
		[{}, null]
	] as const)('%j: %s', (all, kind) => expect(automaticIn(headers(all), 'a@b.id', 'klinik@dinas.id')).toBe(kind));
	it('the mailer daemon reports', () =>
		expect(automaticIn(new Map(), 'mailer-daemon@mx.contoh.id', null)).toBe('bounce'));
});

describe('a forged sender', () => {
	const judged = (...results: string[]) =>
		isForged(new Map([['authentication-results', results.join('\n')]]), 'mx.dinas.contoh.id');
	it.each([
		[['mx.dinas.contoh.id; spf=pass; dkim=fail; dmarc=fail header.from=bank.id'], true],
		[['mx.dinas.contoh.id; spf=fail; dkim=pass; dmarc=pass'], false],
		[['mx.dinas.contoh.id; spf=fail smtp.mailfrom=x; dkim=fail'], true],
		[['mx.dinas.contoh.id; spf=softfail; dkim=none'], false],
		// Written by the sender's own server, or by the sender: it says nothing.
		[['mx.lain.id; dmarc=fail'], false],
		[['mx.lain.id; dmarc=pass', 'mx.dinas.contoh.id; dmarc=fail'], false],
		[['mx.dinas.contoh.id 1; dmarc=fail', 'mx.dinas.contoh.id; dmarc=pass'], true]
	])('%j: %s', (results, forged) => expect(judged(...results)).toBe(forged));
	it('nothing said is not forged', () => expect(isForged(new Map(), 'mx')).toBe(false));
});

describe('what was quoted', () => {
	it.each([
		['Baru\n\nOn Mon, Mar 2, 2026 at 9:00 Dinas <a@b> wrote:\n> lama', 'Baru'],
		['Baru\n\nOn Mon, Mar 2, 2026 at 9:00 Dinas\n<a@b> wrote:\n> lama', 'Baru'],
		['Baru\n\n-----Original Message-----\nFrom: x', 'Baru'],
		['Baru\n> lama\n> lagi\n', 'Baru'],
		['> dikutip\nJawaban di bawah', '> dikutip\nJawaban di bawah'],
		['> hanya kutipan', '> hanya kutipan'],
		['Pada hari Senin kami rapat.\nHasilnya baik.', 'Pada hari Senin kami rapat.\nHasilnya baik.']
	])('%j', (text, own) => expect(withoutQuotes(text)).toBe(own));
	it('subjects without their Re:', () => expect(plainSubject('Re: RE: Fwd:  Tanya   RAT')).toBe('Tanya RAT'));
});
