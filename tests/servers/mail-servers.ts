import { execFileSync, spawnSync } from 'node:child_process';
import {
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface MailServers {
	readonly smtp: number;
	readonly imap: number;
	/** Name under which Postfix speaks. */
	readonly hostName: string;
	/** The mails that lie in somebody's mailbox, as they were delivered, the oldest first. */
	delivered(user: string): Buffer[];
	stop(): void;
}

const freePort = () =>
	new Promise<number>((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});

const idOf = (what: '-u' | '-g', user: string) => Number(execFileSync('id', [what, user], { encoding: 'utf8' }));

/** Debian's Postfix and Dovecot, with settings, queues and mailboxes of their own, on this machine alone. Needs root. */
export async function mailServers(users: Readonly<Record<string, string>>): Promise<MailServers> {
	for (const part of ['/usr/sbin/postfix', '/usr/sbin/dovecot'])
		if (!existsSync(part)) throw new Error(`${part} is not installed`);
	const folder = mkdtempSync(join(tmpdir(), 'surat-'));
	execFileSync('chmod', ['755', folder]);
	const [smtp, imap] = [await freePort(), await freePort()];
	const hostName = 'mx.sragen.contoh.id';
	const [uid, gid] = [idOf('-u', 'nobody'), idOf('-g', 'nobody')];
	const mail = join(folder, 'mail');
	mkdirSync(mail);
	for (const user of Object.values(users)) {
		mkdirSync(join(mail, user));
		chownSync(join(mail, user), uid, gid);
	}
	chownSync(mail, uid, gid);

	const postfix = join(folder, 'postfix');
	mkdirSync(postfix);
	for (const one of ['queue', 'data']) mkdirSync(join(folder, one));
	chownSync(join(folder, 'data'), idOf('-u', 'postfix'), idOf('-g', 'postfix'));
	const maps = Object.entries(users).map(([address, user]) => `{ ${address} = ${user}/ }`);
	const domains = [...new Set(Object.keys(users).map((address) => address.split('@')[1]!))];
	writeFileSync(
		join(postfix, 'main.cf'),
		`compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = ${hostName}
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_recipient_restrictions = permit_mynetworks, reject
virtual_mailbox_domains = ${domains.join(', ')}
virtual_mailbox_base = ${mail}
virtual_mailbox_maps = inline:{ ${maps.join(', ')} }
virtual_uid_maps = static:${uid}
virtual_gid_maps = static:${gid}
virtual_mailbox_limit = 0
message_size_limit = 60000000
default_transport = error
relay_transport = error
alias_maps =
biff = no
`
	);
	writeFileSync(
		join(postfix, 'master.cf'),
		`127.0.0.1:${smtp} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`
	);
	const dovecot = join(folder, 'dovecot.conf');
	writeFileSync(
		dovecot,
		`protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/dovecot
state_dir = ${folder}/dovecot-state
log_path = ${folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${mail}/%u
passdb {
  driver = static
  args = password=rahasia
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mail}/%u
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
`
	);
	// Not piped: both go on in the background and would keep a pipe open.
	const run = (command: string, args: string[]) => {
		const { status } = spawnSync(command, args, { stdio: 'ignore' });
		if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
	};
	run('postfix', ['-c', postfix, 'start']);
	run('dovecot', ['-c', dovecot]);
	return {
		smtp,
		imap,
		hostName,
		delivered(user) {
			const box = join(mail, user, 'new');
			if (!existsSync(box)) return [];
			return readdirSync(box)
				.sort()
				.map((name) => readFileSync(join(box, name)));
		},
		stop() {
			spawnSync('postfix', ['-c', postfix, 'stop'], { stdio: 'ignore' });
			spawnSync('doveadm', ['-c', dovecot, 'stop'], { stdio: 'ignore' });
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
