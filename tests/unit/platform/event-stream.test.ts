import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endStreams, eventStream, type LiveMessage } from '#platform/live/stream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const text = new TextDecoder();

/** A stream with what feeds it in hand, and everything that it has said. */
function opened() {
	let send: (message: LiveMessage) => void = () => {};
	const ended = vi.fn();
	const response = eventStream((put) => {
		send = put;
		return ended;
	});
	const reader = response.body!.getReader();
	const said: string[] = [];
	let isOver = false;
	void (async () => {
		for (let piece = await reader.read(); !piece.done; piece = await reader.read()) said.push(text.decode(piece.value));
		isOver = true;
	})();
	return { send: (message: LiveMessage) => send(message), ended, said, reader, isOver: () => isOver, response };
}

describe('a stream of events', () => {
	it('says each message with its id, in a form that no proxy keeps', async () => {
		const { send, said, response } = opened();
		send({ id: 'a-1', event: 'change', data: '{"waiting":2}' });
		send({ id: null, event: 'code', data: '{}' });
		await vi.advanceTimersByTimeAsync(0);
		expect(said).toEqual([
			'retry: 3000\n\n',
			'id: a-1\nevent: change\ndata: {"waiting":2}\n\n',
			'event: code\ndata: {}\n\n'
		]);
		expect(response.headers.get('content-type')).toBe('text/event-stream');
		await endStreams();
	});

	it('beats, and ends after twenty minutes: an idle screen asks three times an hour', async () => {
		const { said, ended, isOver } = opened();
		await vi.advanceTimersByTimeAsync(20 * 60_000 - 1);
		expect(said.filter((one) => one.startsWith('event: beat'))).toHaveLength(47);
		expect([isOver(), ended.mock.calls.length]).toEqual([false, 0]);
		await vi.advanceTimersByTimeAsync(1);
		expect([isOver(), ended.mock.calls.length]).toEqual([true, 1]);
	});

	it('stops its feed once when the browser goes away, and says nothing more', async () => {
		const { reader, ended, send } = opened();
		await reader.cancel();
		send({ id: null, event: 'change', data: '{}' });
		await vi.advanceTimersByTimeAsync(30 * 60_000);
		expect(ended).toHaveBeenCalledTimes(1);
	});

	it('cuts off who reads nothing', async () => {
		let send: (message: LiveMessage) => void = () => {};
		const ended = vi.fn();
		eventStream((put) => {
			send = put;
			return ended;
		});
		for (let n = 0; n < 200; n++) send({ id: null, event: 'change', data: '{}' });
		expect(ended).toHaveBeenCalledTimes(1);
	});

	it('ends with the program', async () => {
		const { ended, isOver } = opened();
		await endStreams();
		await vi.advanceTimersByTimeAsync(0);
		expect([isOver(), ended.mock.calls.length]).toEqual([true, 1]);
	});
});
