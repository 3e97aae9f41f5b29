/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.derby;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What connections of a {@link DerbyDatabase} can do besides; ask them with {@code unwrap}. Preparing a small statement
 * costs Derby as much as running it.
 */
public interface KeptStatements {

    /**
     * The statement for {@code sql}, the same one each time on one connection. It stays prepared when the connection is
     * given back: whoever uses it leaves no results open, and does not close it.
     */
    PreparedStatement kept(String sql) throws SQLException;
}
