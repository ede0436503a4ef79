import { BlockList, isIP, isIPv4 } from 'node:net';
import type { IncomingMessage } from 'node:http';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** An IPv4 address that came over an IPv6 socket is still an IPv4 address. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
const holds = (list: BlockList, address: string) =>
	isIP(address) !== 0 && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

export const isLoopback = (address: string): boolean => holds(loopback, plain(address));

/** A name in the Host header that can only mean this machine; any other may be a foreign page's trick (DNS rebinding). */
export function isLocalHost(host: string | undefined): boolean {
	const name = (host ?? '').toLowerCase().replace(/:\d*$/, '');
	return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name.replace(/^\[(.*)\]$/, '$1'));
}

/** Whether an address is one of the proxies whose word on the visitor's address counts. */
export function trusts(proxies: readonly string[] | 'loopback'): (address: string) => boolean {
	if (proxies === 'loopback') return isLoopback;
	const list = new BlockList();
	for (const proxy of proxies) {
		const [address = '', bits] = proxy.split('/');
		const family = isIPv4(address) ? 'ipv4' : 'ipv6';
		if (bits === undefined) list.addAddress(address, family);
		else list.addSubnet(address, Number(bits), family);
	}
	return (address) => holds(list, plain(address));
}

/**
 * The visitor's address: that of the socket, unless the socket is a trusted proxy's. Then the nearest address in
 * X-Forwarded-For that is not itself a trusted proxy: everything further left anybody could have written.
 */
export function clientAddress(request: IncomingMessage, trusted: (address: string) => boolean): string {
	let address = plain(request.socket.remoteAddress ?? '');
	const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
	while (trusted(address)) {
		const next = plain(forwarded.pop() ?? '');
		if (isIP(next) === 0) break;
		address = next;
	}
	return address;
}
