export function printSimulation(): void {}
