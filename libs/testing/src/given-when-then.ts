import { expect } from '@jest/globals';

type Outcome<Refusal extends string> = { readonly accepted: true } | { readonly accepted: false; readonly refusal: Refusal };

/** A pure decider: what stands, how a fact changes it, and whether something can be added. */
export interface Decider<State, Fact, Proposal, Refusal extends string> {
  readonly initialState: State;
  evolve(state: State, fact: Fact): State;
  decide(state: State, proposal: Proposal): Outcome<Refusal>;
}

export interface Then<Refusal extends string> {
  thenAccepted(): void;
  thenRefused(code: Refusal): void;
}

export type Given<Fact, Proposal, Refusal extends string> = (...facts: readonly Fact[]) => { when(proposal: Proposal): Then<Refusal> };

/** Makes the `given` of specs that read like the policy: `given(offered).when(accepted).thenRefused('not-the-receiver')`. */
export function givenFor<State, Fact, Proposal, Refusal extends string>(decider: Decider<State, Fact, Proposal, Refusal>): Given<Fact, Proposal, Refusal> {
  return (...facts) => {
    const state = facts.reduce((before, fact) => decider.evolve(before, fact), decider.initialState);
    return {
      when: (proposal) => {
        const outcome = decider.decide(state, proposal);
        return {
          thenAccepted: () => { expect(outcome).toEqual({ accepted: true }); },
          thenRefused: (code) => { expect(outcome).toEqual({ accepted: false, refusal: code }); },
        };
      },
    };
  };
}
