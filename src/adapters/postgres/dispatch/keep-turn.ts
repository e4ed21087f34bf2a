/** Ends an insert of a turn for what is being queued. `turn` is the tenant's `last_served_turn`. */
export const KEEP_TURN = `on conflict (tenant_id, runway_account, model) do update
    set is_due = kept.is_due or excluded.is_due, due_at = least(kept.due_at, excluded.due_at)
    where excluded.due_at < kept.due_at or excluded.is_due and not kept.is_due`;
