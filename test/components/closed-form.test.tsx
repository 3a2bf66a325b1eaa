// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClosedForm } from '../../components/closed-form.tsx';
import { type Money, money } from '../../lib/deal/money.ts';

afterEach(cleanup);

const LIKES = [money(0, 'USD'), money(0, 'JPY'), { ...money(0, null), symbol: 'kr' }];

function show(likes: Money[] = LIKES) {
  const set = vi.fn<(closed: Money) => void>();
  const { container } = render(<ClosedForm {...{ likes, set }} />);
  const input = () => screen.getByLabelText('Closed by the CRM’s own report');
  const type = (text: string) => fireEvent.input(input(), { target: { value: text } });
  const compare = () => fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
  return { set, container, input, type, compare };
}

describe('what the CRM itself says was closed', () => {
  it('is taken in the currency that most amounts are in', () => {
    const { set, type, compare } = show();
    type('1.2m');
    compare();
    expect(set.mock.calls).toEqual([[money(1_200_000, 'USD')]]);
  });

  it.each([
    ['1', money(40_000, 'JPY')],
    ['2', { ...money(40_000, null), symbol: 'kr' }],
  ])('is taken in the currency that was chosen, in its own smallest unit (%s)', (at, said) => {
    const { set, type, compare } = show();
    fireEvent.change(screen.getByLabelText('Currency'), { target: { value: at } });
    type('40,000');
    compare();
    expect(set.mock.calls).toEqual([[said]]);
  });

  it('is not taken from what is no amount, and the field says so', () => {
    const { set, type, compare, input } = show();
    expect(input().getAttribute('aria-invalid')).toBe('false');
    type('a lot');
    expect(input().getAttribute('aria-invalid')).toBe('true');
    compare();
    expect(set).not.toHaveBeenCalled();
  });

  it('is not asked for where no currency is known', () => {
    expect(show([]).container.textContent).toBe('');
  });
});
