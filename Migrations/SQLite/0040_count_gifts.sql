INSERT INTO metric (id, name, kind, meaning) VALUES
  (12, 'gifts', 'running total', 'paid virtual gifts that viewers sent since the start');
