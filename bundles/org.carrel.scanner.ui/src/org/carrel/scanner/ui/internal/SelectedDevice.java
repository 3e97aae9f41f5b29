/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** Tells the other views which device is selected, by its id. UI thread only. */
final class SelectedDevice implements ISelectionProvider {

    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private IStructuredSelection selection = StructuredSelection.EMPTY;

    /** Another one is selected, or none. */
    void is(Optional<String> id) {
        IStructuredSelection now = id.<IStructuredSelection>map(StructuredSelection::new)
                .orElse(StructuredSelection.EMPTY);
        if (!Objects.equals(now, selection)) {
            selection = now;
            listeners.forEach(listener -> listener.selectionChanged(new SelectionChangedEvent(this, now)));
        }
    }

    /** The id in {@code selection}, if it is one of a device. */
    static Optional<String> in(ISelection selection) {
        return selection instanceof IStructuredSelection structured
                && structured.getFirstElement() instanceof String id ? Optional.of(id) : Optional.empty();
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection other) {
        is(in(other));
    }
}
