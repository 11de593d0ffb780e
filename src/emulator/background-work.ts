/** Work that goes on after an answer was sent. */
export class BackgroundWork {
  readonly #underWay = new Set<Promise<void>>();

  /** Begins a task when the event loop is free; a task must not reject. */
  begin(task: () => Promise<void>): void {
    const running = new Promise<void>((resolve) => setImmediate(resolve)).then(task);
    this.#underWay.add(running);
    void running.finally(() => this.#underWay.delete(running));
  }

  /** Resolves when nothing is under way, tasks that began meanwhile included. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled([...this.#underWay]);
  }
}
